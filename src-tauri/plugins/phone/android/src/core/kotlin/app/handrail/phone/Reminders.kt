package app.handrail.phone

import android.content.Context
import java.io.IOException

/**
 * Reminders, shown at their times whether the app runs or not.
 *
 * Broadcasts and the app's commands all reach this on the main thread: nothing here needs a lock.
 */
internal class Reminders(context: Context, private val clock: () -> Long = System::currentTimeMillis) {
    private val file = TableFile(context)
    private val notices = Notices(context)
    private val alarm = Alarm(context)

    /** Whether the client lets notices appear. */
    fun allowed(): Boolean = notices.allowed()

    /** Shows one now. */
    fun show(notice: Notice) = notices.show(notice, clock())

    /** Takes one off the screen, or keeps it from appearing late. What is to come of it stays. */
    fun withdraw(id: String) {
        notices.withdraw(id)
        val table = file.read()
        val late = table.due(clock()).filter { it.notice.id == id }
        if (late.isNotEmpty()) keep(table.shown(late))
    }

    /**
     * Takes all that is to come, in place of what was handed over before.
     *
     * @throws IOException where it could not be kept; what was handed over before then still holds.
     */
    fun handOver(coming: List<Coming>) {
        // An alarm may be late: what was due before now comes all the same.
        comeDue()
        file.write(file.read().handedOver(coming, clock()))
        comeDue()
    }

    /**
     * Shows what is due and sets the alarm for what comes next. Whatever happened to the phone, this is what is to be
     * done: after a start, an update, a long sleep, with its clock set ahead or back, in another zone.
     *
     * While notices are not allowed nothing counts as shown, so that what is still of use comes once they are; nor does
     * one that Android did not take.
     */
    fun comeDue() {
        val now = clock()
        val table = file.read()
        // First of all: whatever happens to one notice, the next is waited for.
        alarm.set(table.next(now))
        val due = table.due(now)
        if (due.isNotEmpty() && notices.allowed()) {
            // Of several of the same thing the latest says all; of many, the latest few, and one sound for all of them.
            val seen = due.asReversed().distinctBy { it.notice.id }.take(MOST_AT_ONCE).asReversed()
            val refused = seen.filterNot { took(it.notice, now, it.notice.sound && it === seen.last()) }
            keep(table.shown(due - refused.toSet()))
        }
    }

    private fun took(notice: Notice, now: Long, sound: Boolean) = try {
        notices.show(notice, now, sound)
        true
    } catch (_: RuntimeException) {
        // Android itself failed. What is still of use is tried again with the next alarm, or when the app is opened.
        false
    }

    /** Whether a press on the notice shown then is heard for the first time. Takes that notice off the screen. */
    fun hears(press: Mark): Boolean {
        val table = file.read().heard(press, clock()) ?: return false
        notices.withdraw(press.id)
        keep(table)
        return true
    }

    private fun keep(table: Table) = try {
        file.write(table)
    } catch (_: IOException) {
        // No room on the phone. The worst is that one is shown again in its own place, or a press is told again.
    }

    private companion object {
        /** Android refuses an app more than 25 notices at once; some may be on the screen already. */
        const val MOST_AT_ONCE = 20
    }
}
