package app.handrail.phone

import android.content.ContextWrapper
import java.io.IOException
import java.util.TimeZone
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [24, 35], application = TestApp::class)
class RemindersTest {
    private val phone = Phone()
    private val start = phone.start
    private val whole = start - start % MINUTE + MINUTE

    @Test
    fun `a notice comes at its time and not before`() {
        phone.handOver(coming(start + HOUR, "a"))
        phone.now = start + HOUR - 1
        phone.reminders.comeDue()
        assertEquals(emptyMap<String, String>(), phone.screen())
        phone.now = start + HOUR
        phone.reminders.comeDue()
        assertEquals(mapOf("a" to "a"), phone.screen())
    }

    @Test
    fun `the alarm is set for the next and when that came for the one after`() {
        phone.handOver(coming(start + 2 * HOUR, "b"), coming(start + HOUR, "a"))
        assertEquals(start + HOUR, phone.alarmAt())
        assertEquals(listOf(start + HOUR to "a", start + 2 * HOUR to "b"), phone.until(start + DAY))
        assertNull(phone.alarm())
    }

    @Test
    fun `500 reminders need one alarm`() {
        phone.reminders.handOver((1L..500).map { coming(start + it * MINUTE, "n$it") })
        val first = (1L..5).map { start + it * MINUTE to "n$it" }
        assertEquals(first, phone.until(start + 5 * MINUTE))
        assertEquals(start + 6 * MINUTE, phone.alarmAt())
    }

    @Test
    fun `what is handed over takes the place of what was before`() {
        val before = listOf("kept", "moved", "gone").map { coming(start + HOUR, it, "old words") }
        phone.reminders.handOver(before)
        phone.handOver(coming(start + HOUR, "kept", "new words"), coming(start + 2 * HOUR, "moved"))
        assertEquals(listOf(start + HOUR to "new words", start + 2 * HOUR to "moved"), phone.until(start + DAY))
    }

    @Test
    fun `when nothing is to come any more there is no alarm and nothing is kept`() {
        phone.handOver(coming(start + HOUR, "a"))
        assertTrue(phone.file.exists())
        phone.handOver()
        assertNull(phone.alarm())
        assertEquals(emptyList<String>(), phone.file.parentFile!!.list()!!.toList())
    }

    @Test
    fun `what came stays on the screen when it is named no more`() {
        phone.handOver(coming(start + HOUR, "a"), coming(start + 2 * HOUR, "b"))
        phone.now = start + HOUR
        phone.reminders.comeDue()
        phone.handOver(coming(start + 2 * HOUR, "b"))
        assertEquals(setOf("a"), phone.screen().keys)
    }

    @Test
    fun `two reminders of the same thing both come and the later one takes the place of the earlier`() {
        phone.handOver(coming(start + HOUR, "a", "in a day"), coming(start + 2 * HOUR, "a", "in an hour"))
        phone.now = start + HOUR
        phone.reminders.comeDue()
        assertEquals(mapOf("a" to "in a day"), phone.screen())
        phone.now = start + 2 * HOUR
        phone.reminders.comeDue()
        assertEquals(mapOf("a" to "in an hour"), phone.screen())
    }

    @Test
    fun `one that is withdrawn leaves the screen and what is to come of it still comes`() {
        phone.handOver(coming(start + HOUR, "a", "first"), coming(start + 2 * HOUR, "a", "second"))
        phone.now = start + HOUR
        phone.reminders.comeDue()
        phone.reminders.withdraw("a")
        assertEquals(emptyMap<String, String>(), phone.screen())
        assertEquals(listOf(start + 2 * HOUR to "second"), phone.until(start + DAY))
    }

    @Test
    fun `one that is withdrawn while its alarm is late does not come`() {
        phone.handOver(coming(start + HOUR, "a"), coming(start + HOUR, "b"))
        phone.now = start + HOUR + MINUTE
        phone.reminders.withdraw("a")
        phone.reminders.comeDue()
        assertEquals(setOf("b"), phone.screen().keys)
    }

    @Test
    fun `what was due comes although the alarm is late and the app hands over anew first`() {
        phone.handOver(coming(start + HOUR, "a"))
        phone.now = start + HOUR + MINUTE
        phone.handOver(coming(start + DAY, "b"))
        assertEquals(setOf("a"), phone.screen().keys)
    }

    @Test
    fun `what is due at the moment in which it is handed over comes`() {
        phone.handOver(coming(start, "a"))
        assertEquals(setOf("a"), phone.screen().keys)
    }

    @Test
    fun `after a long sleep each that is still of use comes once and with one sound for all`() {
        phone.handOver(
            coming(start + HOUR, "over", until = start + 3 * HOUR),
            coming(start + HOUR, "a", "earlier"),
            coming(start + 2 * HOUR, "a", "later"),
            coming(start + 2 * HOUR, "b"),
            coming(start + 3 * HOUR, "c"),
            coming(start + DAY, "d"),
        )
        phone.now = start + 5 * HOUR
        phone.reminders.comeDue()
        assertEquals(mapOf("a" to "later", "b" to "b", "c" to "c"), phone.screen())
        phone.clearScreen()
        phone.reminders.comeDue()
        assertEquals(emptyMap<String, String>(), phone.screen())
        assertEquals(start + DAY, phone.alarmAt())
    }

    @Test
    @Config(sdk = [35])
    fun `of those that come at once only the last one sounds and only where it may`() {
        phone.handOver(coming(start + HOUR, "a"), coming(start + 2 * HOUR, "b"))
        phone.now = start + 3 * HOUR
        phone.reminders.comeDue()
        assertEquals(listOf(false, true), listOf("a", "b").map(phone::sounds))
        phone.handOver(coming(phone.now + HOUR, "c", sound = false))
        phone.now += HOUR
        phone.reminders.comeDue()
        assertFalse(phone.sounds("c"))
    }

    @Test
    fun `one that Android does not take keeps no other from coming and is tried again`() {
        phone.handOver(coming(start + HOUR, "a"), coming(start + 2 * HOUR, "b"), coming(start + DAY, "c"))
        phone.now = start + 3 * HOUR
        phone.forgetAlarms()
        var refusals = 1
        val failing = object : ContextWrapper(phone.context) {
            override fun getPackageManager() =
                if (refusals-- > 0) throw IllegalStateException() else super.getPackageManager()
        }
        Reminders(failing) { phone.now }.comeDue()
        assertEquals(setOf("b"), phone.screen().keys)
        assertEquals(start + DAY, phone.alarmAt())
        phone.clearScreen()
        phone.reminders.comeDue()
        assertEquals(setOf("a"), phone.screen().keys)
    }

    @Test
    fun `a flood is the latest few`() {
        phone.reminders.handOver((1L..100).map { coming(start + it * MINUTE, "n$it") })
        phone.now = start + 3 * HOUR
        phone.reminders.comeDue()
        assertEquals((81..100).map { "n$it" }.toSet(), phone.screen().keys)
        phone.clearScreen()
        phone.reminders.comeDue()
        assertEquals(emptyMap<String, String>(), phone.screen())
    }

    @Test
    fun `after a restart an update or a change of clock or zone the alarm is set and what came due meanwhile comes`() {
        for (action in ACTIONS) {
            phone.now = System.currentTimeMillis()
            phone.handOver(coming(phone.now + MINUTE, "late"), coming(phone.now + HOUR, "next"))
            val next = phone.now + HOUR
            phone.putBack("late", phone.now - MINUTE)
            phone.forgetAlarms()
            phone.clearScreen()
            phone.broadcast(action)
            assertEquals(action, next, phone.alarmAt())
            assertEquals(action, setOf("late"), phone.screen().keys)
        }
    }

    @Test
    fun `in another zone what follows the zone comes at its time there and all else at its instant`() {
        for (action in ACTIONS) {
            phone.now = start
            inZone("GMT") { phone.handOver(following(whole + HOUR, "own"), coming(whole + HOUR, "planned")) }
            phone.forgetAlarms()
            inZone("GMT-3") {
                phone.broadcast(action)
                assertEquals(action, whole + HOUR, phone.alarmAt())
                val came = phone.until(start + DAY)
                assertEquals(action, listOf(whole + HOUR to "planned", whole + 4 * HOUR to "own"), came)
            }
            phone.handOver()
        }
    }

    @Test
    fun `what a journey skipped comes at once while it is of use and is not waited for after that`() {
        inZone("GMT") { phone.handOver(following(whole + 2 * HOUR, "a"), following(whole + HOUR, "over")) }
        inZone("GMT+2:30") {
            phone.reminders.comeDue()
            assertEquals(setOf("a"), phone.screen().keys)
            assertNull(phone.alarm())
        }
    }

    @Test
    fun `what came before a journey does not come again after it although the app hands it over anew`() {
        val one = inZone("GMT") { following(whole + HOUR, "a") }
        inZone("GMT") {
            phone.handOver(one, coming(start + DAY, "b"))
            assertEquals(listOf(whole + HOUR to "a"), phone.until(start + 2 * HOUR))
        }
        inZone("GMT-5") {
            phone.reminders.comeDue()
            assertEquals(start + DAY, phone.alarmAt())
            phone.handOver(one.inZone(TimeZone.getDefault()), coming(start + DAY, "b"))
            assertEquals(listOf(start + DAY to "b"), phone.until(start + DAY))
        }
    }

    @Test
    fun `a journey there and back leaves every time as it was`() {
        inZone("GMT") { phone.handOver(following(whole + 8 * HOUR, "a"), following(whole + 9 * HOUR, "b")) }
        // Each time the app hands over what it finds there.
        for (zone in listOf("GMT-5", "GMT+3")) {
            inZone(zone) { phone.reminders.handOver(TableFile(phone.context).read().coming) }
        }
        val came = inZone("GMT") { phone.until(start + DAY) }
        assertEquals(listOf(whole + 8 * HOUR to "a", whole + 9 * HOUR to "b"), came)
    }

    @Test
    fun `a table of before anything followed the zone is read`() {
        phone.file.writeText(
            """{"coming":[{"id":"a","title":"Handrail","body":"a","sound":true,"buttons":[],"at":${start + HOUR},""" +
                """"until":${start + DAY}}],"shown":[{"id":"b","at":$start}],"heard":[]}""",
        )
        inZone("GMT-3") { phone.reminders.comeDue() }
        assertEquals(listOf(start + HOUR to "a"), phone.until(start + DAY))
    }

    @Test
    fun `a clock that is set back shows nothing twice and loses nothing`() {
        phone.handOver(coming(start + HOUR, "a"), coming(start + 4 * HOUR, "b"))
        assertEquals(listOf(start + HOUR to "a"), phone.until(start + 2 * HOUR))
        phone.now = start
        phone.clearScreen()
        phone.reminders.comeDue()
        assertEquals(start + 4 * HOUR, phone.alarmAt())
        assertEquals(listOf(start + 4 * HOUR to "b"), phone.until(start + DAY))
    }

    @Test
    fun `a clock that is set back shows nothing twice although the app hands it over anew`() {
        phone.handOver(coming(start + HOUR, "a"), coming(start + 4 * HOUR, "b"))
        phone.until(start + 2 * HOUR)
        // It comes to be named no more, and with the clock set back it is again.
        phone.handOver(coming(start + 4 * HOUR, "b"))
        phone.now = start
        phone.handOver(coming(start + HOUR, "a"), coming(start + 4 * HOUR, "b"))
        assertEquals(listOf(start + 4 * HOUR to "b"), phone.until(start + DAY))
    }

    @Test
    fun `a clock that is set ahead shows what is of use then`() {
        phone.handOver(coming(start + HOUR, "a", until = start + 2 * HOUR), coming(start + 4 * HOUR, "b"))
        phone.now = start + 5 * HOUR
        phone.reminders.comeDue()
        assertEquals(setOf("b"), phone.screen().keys)
    }

    @Test
    fun `a clock that was a year ahead for a moment loses nothing`() {
        phone.handOver(coming(start + HOUR, "a"), coming(start + 4 * HOUR, "b"))
        phone.now = start + 365 * DAY
        phone.reminders.comeDue()
        assertEquals(emptyMap<String, String>(), phone.screen())
        phone.now = start
        phone.reminders.comeDue()
        assertEquals(listOf(start + HOUR to "a", start + 4 * HOUR to "b"), phone.until(start + DAY))
    }

    @Test
    fun `what was shown long ago is forgotten when the app hands over anew`() {
        phone.handOver(coming(start + HOUR, "a"), coming(start + 40 * DAY, "b"))
        phone.until(start + 2 * HOUR)
        phone.handOver(coming(start + 40 * DAY, "b"))
        assertEquals(1, phone.kept().getJSONArray("shown").length())
        phone.now = start + 3 * DAY
        phone.handOver(coming(start + 40 * DAY, "b"))
        assertEquals(0, phone.kept().getJSONArray("shown").length())
    }

    @Test
    fun `what comes due while notices are not allowed comes once they are and it is still of use`() {
        phone.handOver(
            coming(start + HOUR, "over", until = start + 2 * HOUR),
            coming(start + HOUR, "a"),
            coming(start + 4 * HOUR, "b"),
        )
        phone.allow(false)
        assertFalse(phone.reminders.allowed())
        phone.now = start + HOUR
        phone.reminders.comeDue()
        assertEquals(emptyMap<String, String>(), phone.screen())
        // The alarm is not set for what cannot be shown: it would go off at once, again and again.
        assertEquals(start + 4 * HOUR, phone.alarmAt())
        phone.now = start + 3 * HOUR
        phone.allow(true)
        phone.reminders.comeDue()
        assertEquals(setOf("a"), phone.screen().keys)
    }

    @Test
    fun `a damaged table is empty until the app hands everything over anew`() {
        for (damage in listOf("", "{", "[]", "{\"coming\":[{}],\"shown\":[],\"heard\":[]}", "\u0000\u0001")) {
            phone.handOver(coming(phone.now + HOUR, "a"))
            phone.file.writeText(damage)
            phone.reminders.comeDue()
            assertNull(damage, phone.alarm())
            phone.handOver(coming(phone.now + HOUR, "a"))
            assertEquals(damage, phone.now + HOUR, phone.alarmAt())
        }
    }

    @Test
    fun `a table whose writing was cut off is the one before`() {
        phone.handOver(coming(start + HOUR, "a"))
        val whole = phone.file.readText()
        phone.file.resolveSibling("reminders.json.new").writeText(whole.take(20))
        assertEquals(listOf(start + HOUR to "a"), phone.until(start + DAY))
    }

    @Test
    fun `what cannot be written is refused and what was handed over before still holds`() {
        phone.handOver(coming(start + HOUR, "a"))
        phone.noRoom()
        assertThrows(IOException::class.java) { phone.handOver(coming(start + 2 * HOUR, "b")) }
        assertEquals(start + HOUR, phone.alarmAt())
        phone.now = start + HOUR
        phone.reminders.comeDue()
        assertEquals(setOf("a"), phone.screen().keys)
        assertEquals(true, phone.reminders.hears(Mark("a", phone.now)))
    }

    @Test
    fun `the table holds times ids and the words chosen and nothing else`() {
        phone.handOver(coming(start + HOUR, "a"), coming(start + 2 * HOUR, "b"))
        phone.until(start + HOUR)
        phone.reminders.hears(Mark("a", phone.now))
        val kept = phone.kept()
        assertEquals(setOf("coming", "shown", "heard"), kept.keys().asSequence().toSet())
        val row = kept.getJSONArray("coming").getJSONObject(0)
        assertEquals(setOf("id", "at", "until", "title", "body", "sound", "buttons"), row.keys().asSequence().toSet())
        phone.handOver(following(phone.now + HOUR, "c"))
        val own = phone.kept().getJSONArray("coming").getJSONObject(0)
        assertEquals(setOf("local"), own.keys().asSequence().toSet() - row.keys().asSequence().toSet())
        for (marks in listOf("shown", "heard")) {
            val mark = kept.getJSONArray(marks).getJSONObject(0)
            assertEquals(setOf("id", "at"), mark.keys().asSequence().toSet())
        }
    }

    private companion object {
        val ACTIONS = listOf(
            "android.intent.action.BOOT_COMPLETED",
            "android.intent.action.MY_PACKAGE_REPLACED",
            "android.intent.action.TIME_SET",
            "android.intent.action.TIMEZONE_CHANGED",
            "android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED",
        )
    }
}
