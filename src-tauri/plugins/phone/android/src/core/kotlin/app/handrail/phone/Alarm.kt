package app.handrail.phone

import android.app.AlarmManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.os.Build

/**
 * The one alarm: for whatever comes next. Android holds at most 500 of an app; what comes after is set when this one
 * went off.
 */
internal class Alarm(private val context: Context) {
    private val alarms = context.getSystemService(Context.ALARM_SERVICE) as AlarmManager

    /** Sets it in place of the one before; `null`: there is none. It is inexact where exact ones are not permitted. */
    fun set(at: Long?) {
        val wake = PendingIntent.getBroadcast(
            context,
            0,
            Intent(context, RemindersReceiver::class.java),
            PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT,
        )
        when {
            at == null -> alarms.cancel(wake)
            !permitted() -> setInexact(at, wake)
            else -> try {
                alarms.setExactAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at, wake)
            } catch (_: SecurityException) {
                // Taken away since it was asked.
                setInexact(at, wake)
            }
        }
    }

    private fun setInexact(at: Long, wake: PendingIntent) =
        alarms.setAndAllowWhileIdle(AlarmManager.RTC_WAKEUP, at, wake)

    private fun permitted() = Build.VERSION.SDK_INT < Build.VERSION_CODES.S || alarms.canScheduleExactAlarms()
}
