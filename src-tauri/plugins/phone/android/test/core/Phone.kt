package app.handrail.phone

import android.app.AlarmManager
import android.app.Application
import android.app.Notification
import android.app.NotificationManager
import android.content.ComponentName
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.content.res.Resources
import android.os.Looper
import java.io.File
import org.json.JSONObject
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager.ScheduledAlarm

const val SECOND = 1_000L
const val MINUTE = 60 * SECOND
const val HOUR = 60 * MINUTE

/** The app as far as a notice needs it: Maven compiles no resources. */
class TestApp : Application() {
    override fun getResources(): Resources {
        val own = super.getResources()
        @Suppress("DEPRECATION")
        return object : Resources(own.assets, own.displayMetrics, own.configuration) {
            override fun getText(id: Int): CharSequence = when (id) {
                R.string.phone_reminders -> "Reminders"
                R.string.phone_reminders_quiet -> "Reminders without sound"
                else -> super.getText(id)
            }
        }
    }
}

/** A phone with the app on it, and a clock that the test sets. */
internal class Phone {
    val context: Context = RuntimeEnvironment.getApplication()
    val start = System.currentTimeMillis()
    var now = start

    /** Made anew each time, as after the process died. */
    val reminders get() = Reminders(context) { now }
    val file = File(context.noBackupFilesDir, "reminders.json")

    private val alarms = context.getSystemService(Context.ALARM_SERVICE) as AlarmManager
    val notices = context.getSystemService(Context.NOTIFICATION_SERVICE) as NotificationManager

    init {
        context.applicationInfo.nonLocalizedLabel = "Handrail"
        val main = ComponentName(context.packageName, "app.handrail.MainActivity")
        val packages = shadowOf(context.packageManager)
        packages.addActivityIfNotPresent(main)
        val launcher = IntentFilter(Intent.ACTION_MAIN).apply { addCategory(Intent.CATEGORY_LAUNCHER) }
        packages.addIntentFilterForActivity(main, launcher)
    }

    fun handOver(vararg coming: Coming) = reminders.handOver(coming.toList())

    /** What stands on the screen: ids and words. */
    fun screen(): Map<String, String> = notices.activeNotifications.associate {
        it.tag to it.notification.extras.getCharSequence(Notification.EXTRA_TEXT).toString()
    }

    fun standing(id: String): Notification = notices.activeNotifications.single { it.tag == id }.notification

    fun sounds(id: String) = standing(id).channelId == "reminders"

    fun clearScreen() = notices.cancelAll()

    fun alarm(): ScheduledAlarm? = shadowOf(alarms).scheduledAlarms.also { check(it.size <= 1) }.firstOrNull()

    @Suppress("DEPRECATION")
    fun alarmAt(): Long? = alarm()?.triggerAtTime

    /** Time goes on; the alarms on the way go off, the given time late. What came, by when and in which words. */
    fun until(end: Long, late: Long = 0): List<Pair<Long, String>> {
        val came = ArrayList<Pair<Long, String>>()
        while (true) {
            val next = alarmAt()?.takeIf { it + late <= end } ?: break
            now = next + late
            clearScreen()
            reminders.comeDue()
            came += screen().values.map { now to it }
        }
        now = end
        return came
    }

    /** Android forgets every alarm, as it does when it is switched off. */
    fun forgetAlarms() = Alarm(context).set(null)

    /** What Android says to the app. */
    fun broadcast(action: String) {
        RemindersReceiver().onReceive(context, Intent(action))
        shadowOf(Looper.getMainLooper()).idle()
    }

    fun allow(yes: Boolean) = shadowOf(notices).setNotificationsEnabled(yes)

    /** From now on no table can be written. */
    fun noRoom() = check(file.resolveSibling("reminders.json.new").resolve("taken").mkdirs())

    fun kept() = JSONObject(file.readText())
}

internal fun notice(id: String, body: String = id, sound: Boolean = true, buttons: List<Button> = emptyList()) =
    Notice(id, "Handrail", body, sound, buttons)

internal fun coming(at: Long, id: String, body: String = id, until: Long = at + DAY, sound: Boolean = true) =
    Coming(at, until, notice(id, body, sound))
