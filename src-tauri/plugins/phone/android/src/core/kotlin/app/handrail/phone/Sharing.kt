package app.handrail.phone

import android.app.PendingIntent
import android.content.BroadcastReceiver
import android.content.ClipData
import android.content.Context
import android.content.Intent
import android.net.Uri

/** Told by Android's share sheet that the client chose an app; a sheet that is closed tells nothing. */
class SharedReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) {
        chosen?.invoke()
        chosen = null
    }

    internal companion object {
        /** What happens once, when an app was chosen. */
        var chosen: (() -> Unit)? = null
    }
}

/** The share sheet for that file, which the chosen app may read and no other. */
internal fun sheet(context: Context, file: Uri, type: String): Intent {
    val send = Intent(Intent.ACTION_SEND)
        .setType(type)
        .putExtra(Intent.EXTRA_STREAM, file)
        .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
    // Before Android 10 only what the clip names is granted through the sheet.
    send.clipData = ClipData.newRawUri(null, file)
    val told = PendingIntent.getBroadcast(
        context,
        0,
        Intent(context, SharedReceiver::class.java),
        PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT,
    )
    return Intent.createChooser(send, null, told.intentSender)
}
