package app.handrail.phone

import java.util.TimeZone
import org.json.JSONException
import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Test

class LocalTest {
    /** The instant as UTC writes it. */
    private fun instant(local: String, zone: String): String {
        val at = Local(local).instant(TimeZone.getTimeZone(zone))
        return java.time.Instant.ofEpochMilli(at).toString()
    }

    @Test
    fun `a local time is another instant in each zone`() {
        val nine = "2026-03-02T09:00:00"
        val instants = mapOf(
            "America/New_York" to "2026-03-02T14:00:00Z",
            "America/Los_Angeles" to "2026-03-02T17:00:00Z",
            "Europe/Madrid" to "2026-03-02T08:00:00Z",
            "Asia/Kolkata" to "2026-03-02T03:30:00Z",
            "Pacific/Kiritimati" to "2026-03-01T19:00:00Z",
        )
        assertEquals(instants, instants.mapValues { instant(nine, it.key) })
    }

    @Test
    fun `a time that the clocks skip is the first minute after the gap`() {
        for (skipped in listOf("02:00:00", "02:30:00", "02:30:30", "02:59:59")) {
            assertEquals(skipped, "2026-03-08T07:00:00Z", instant("2026-03-08T$skipped", "America/New_York"))
        }
        assertEquals("2026-03-08T06:59:59Z", instant("2026-03-08T01:59:59", "America/New_York"))
        assertEquals("2026-03-08T07:00:00Z", instant("2026-03-08T03:00:00", "America/New_York"))
        // Half an hour, and a whole day.
        assertEquals("2026-10-03T15:30:00Z", instant("2026-10-04T02:10:00", "Australia/Lord_Howe"))
        assertEquals("2011-12-30T10:00:00Z", instant("2011-12-30T09:00:00", "Pacific/Apia"))
    }

    @Test
    fun `a time that comes twice is the first of the two`() {
        assertEquals("2026-11-01T05:30:00Z", instant("2026-11-01T01:30:00", "America/New_York"))
        assertEquals("2026-10-25T00:00:00Z", instant("2026-10-25T02:00:00", "Europe/Madrid"))
        assertEquals("2026-11-01T07:00:00Z", instant("2026-11-01T02:00:00", "America/New_York"))
    }

    @Test
    fun `what says no time is refused`() {
        val wrong = listOf("", "09:00", "2026-03-02", "2026-03-02T09:00", "2026-02-30T09:00:00", "2026-03-02T24:00:00")
        for (text in wrong + listOf("2026-03-02T09:00:00Z", "2026-03-02 09:00:00", "2026-3-2T9:0:0")) {
            assertThrows(text, JSONException::class.java) { Local(text) }
        }
    }
}
