package app.handrail.phone

import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent

/** Woken by the alarm, and by all after which Android has forgotten an alarm or what was due may be another. */
class RemindersReceiver : BroadcastReceiver() {
    override fun onReceive(context: Context, intent: Intent) = Reminders(context).comeDue()
}
