package app.handrail.phone

import android.app.AlarmManager
import android.app.Application
import android.app.Notification
import android.app.NotificationManager
import android.content.BroadcastReceiver
import android.content.ComponentName
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.content.res.Resources
import android.os.Looper
import java.io.File
import java.text.SimpleDateFormat
import java.util.Locale
import java.util.TimeZone
import javax.xml.parsers.DocumentBuilderFactory
import org.json.JSONObject
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager.ScheduledAlarm
import org.w3c.dom.Element
import org.w3c.dom.NodeList

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
        for (receiver in elements(MANIFEST, "receiver")) {
            val name = ComponentName(context.packageName, "app.handrail.phone" + receiver.getAttribute("android:name"))
            packages.addReceiverIfNotPresent(name)
            val filter = IntentFilter()
            val actions = receiver.getElementsByTagName("action").elements()
            for (action in actions) filter.addAction(action.getAttribute("android:name"))
            packages.addIntentFilterForReceiver(name, filter)
        }
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

    /** One comes due. The receiver and the plugin read the phone's own clock: it is put back in time instead. */
    fun putBack(id: String, at: Long) {
        val table = TableFile(context).read()
        val coming = table.coming.map { if (it.notice.id == id) it.copy(at = at) else it }
        TableFile(context).write(table.copy(coming = coming))
    }

    /** Android forgets every alarm, as it does when it is switched off. */
    fun forgetAlarms() = Alarm(context).set(null)

    /** What Android says to the app: those hear it whose filters in the manifest name it. */
    fun broadcast(action: String) {
        val heard = Intent(action).setPackage(context.packageName)
        val hearing = context.packageManager.queryBroadcastReceivers(heard, 0).map { it.activityInfo.name }
        check(hearing.isNotEmpty()) { "nothing hears $action" }
        for (name in hearing) {
            val receiver = Class.forName(name).getConstructor().newInstance() as BroadcastReceiver
            receiver.onReceive(context, heard)
        }
        shadowOf(Looper.getMainLooper()).idle()
    }

    fun allow(yes: Boolean) = shadowOf(notices).setNotificationsEnabled(yes)

    /** From now on no table can be written. */
    fun noRoom() = check(file.resolveSibling("reminders.json.new").resolve("taken").mkdirs())

    fun kept() = JSONObject(file.readText())
}

internal fun notice(id: String, body: String = id, sound: Boolean = true, buttons: List<Button> = emptyList()) =
    Notice(id, "Handrail", body, sound, buttons)

/** What happens while the phone is in that zone. */
internal fun <T> inZone(id: String, what: () -> T): T {
    val before = TimeZone.getDefault()
    TimeZone.setDefault(TimeZone.getTimeZone(id))
    try {
        return what()
    } finally {
        TimeZone.setDefault(before)
    }
}

const val MANIFEST = "src/main/AndroidManifest.xml"

/** The elements of that name in an XML file. */
internal fun elements(file: String, tag: String): List<Element> =
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File(file)).getElementsByTagName(tag).elements()

internal fun NodeList.elements(): List<Element> = (0 until length).map { item(it) as Element }

/** One that follows the zone, planned in the present one, and of use for an hour. */
internal fun following(at: Long, id: String) = Coming(at, at + HOUR, notice(id), Local(wall(at)))

/** What a clock on the wall shows then. */
internal fun wall(at: Long): String = SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).format(at)

internal fun coming(at: Long, id: String, body: String = id, until: Long = at + DAY, sound: Boolean = true) =
    Coming(at, until, notice(id, body, sound))
