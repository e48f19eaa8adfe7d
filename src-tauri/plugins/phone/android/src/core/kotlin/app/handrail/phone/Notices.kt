package app.handrail.phone

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.graphics.drawable.Icon
import android.os.Build

/** Notices on the screen. On a lock screen that hides what is private each says only the app's name. */
internal class Notices(private val context: Context) {
    private val manager = context.getSystemService(Context.NOTIFICATION_SERVICE) as NotificationManager

    /** Whether the client lets them appear. */
    fun allowed(): Boolean = manager.areNotificationsEnabled()

    /**
     * Shows one, in place of an earlier one of its id.
     *
     * @param at now: a press says on which showing it was.
     */
    fun show(notice: Notice, at: Long, sound: Boolean = notice.sound) {
        val built = builder(sound)
            .setVisibility(Notification.VISIBILITY_PRIVATE)
            .setPublicVersion(builder(sound).setContentTitle(name()).build())
            .setContentTitle(notice.title)
            .setContentText(notice.body)
            .setStyle(Notification.BigTextStyle().bigText(notice.body))
            .setWhen(at)
            .setShowWhen(true)
            .setAutoCancel(true)
            .setContentIntent(press(notice.id, "", at))
        for (button in notice.buttons.take(MOST_BUTTONS)) {
            val open = press(notice.id, button.press, at)
            built.addAction(Notification.Action.Builder(null as Icon?, button.label, open).build())
        }
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O) built.setTimeoutAfter(DAY)
        manager.notify(notice.id, NUMBER, built.build())
    }

    /** Takes one off the screen, if it is still there. */
    fun withdraw(id: String) = manager.cancel(id, NUMBER)

    private fun builder(sound: Boolean): Notification.Builder {
        val builder = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O) {
            Notification.Builder(context, channel(sound))
        } else {
            @Suppress("DEPRECATION")
            Notification.Builder(context)
                .setPriority(if (sound) Notification.PRIORITY_HIGH else Notification.PRIORITY_LOW)
                .setDefaults(if (sound) Notification.DEFAULT_SOUND else 0)
        }
        return builder.setSmallIcon(R.drawable.phone_notice).setCategory(Notification.CATEGORY_REMINDER)
    }

    /** The channel's id. It is made anew each time, so that its name follows the phone's language. */
    private fun channel(sound: Boolean): String {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.O) return ""
        val (id, name, importance) = if (sound) {
            Triple("reminders", R.string.phone_reminders, NotificationManager.IMPORTANCE_HIGH)
        } else {
            Triple("reminders-quiet", R.string.phone_reminders_quiet, NotificationManager.IMPORTANCE_LOW)
        }
        val channel = NotificationChannel(id, context.getString(name), importance)
        channel.lockscreenVisibility = Notification.VISIBILITY_PRIVATE
        manager.createNotificationChannel(channel)
        return id
    }

    private fun name(): CharSequence = context.applicationInfo.loadLabel(context.packageManager)

    /** Opens the app and says there what was pressed. */
    private fun press(id: String, press: String, at: Long): PendingIntent {
        val open = context.packageManager.getLaunchIntentForPackage(context.packageName) ?: Intent()
        // Two intents that differ only in what they carry would be the same to Android: hence an action for each.
        open.setAction("$PRESSED/$id/$press")
        open.putExtra(ID, id).putExtra(PRESS, press).putExtra(AT, at)
        val flags = PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT
        return PendingIntent.getActivity(context, 0, open, flags)
    }

    companion object {
        /** What an intent of a press carries: the notice's id, what was pressed, and when that notice was shown. */
        const val ID = "app.handrail.phone.id"
        const val PRESS = "app.handrail.phone.press"
        const val AT = "app.handrail.phone.at"
        private const val PRESSED = "app.handrail.phone.PRESSED"

        /** Notices are told apart by their id alone, not by a number. */
        private const val NUMBER = 1

        /** Android shows no more. */
        private const val MOST_BUTTONS = 3
    }
}
