package app.handrail.phone

import java.text.ParsePosition
import java.text.SimpleDateFormat
import java.util.Date
import java.util.Locale
import java.util.TimeZone
import org.json.JSONException

/**
 * A date and a time of day as a clock on the wall shows it, wherever that hangs.
 *
 * @property text as in `2026-03-02T09:00:00`.
 * @throws JSONException where the text says no such time.
 */
internal data class Local(val text: String) {
    /** What the epoch's milliseconds are at this time in UTC: a number that is the same in every zone. */
    val number: Long

    init {
        val read: Date? = FORM.parse(text, ParsePosition(0))
        if (read == null || FORM.format(read) != text) throw JSONException("local")
        number = read.time
    }

    /**
     * When it is that time in a zone, in milliseconds of the epoch. By the rule of the whole app a time that the clocks
     * skip is the first minute after the gap, and one that comes twice is the first of the two.
     */
    fun instant(zone: TimeZone): Long {
        var probe = number
        // The longest gap on record is a whole day (Samoa, 2011).
        repeat(LONGEST_GAP) {
            // The clocks change at most once about a date: it is what they show before that, or after.
            val offsets = listOf(zone.getOffset(probe - DAY), zone.getOffset(probe + DAY))
            val candidates = offsets.map { offset -> probe - offset }
            val found = candidates.filter { at -> at + zone.getOffset(at) == probe }.minOrNull()
            if (found != null) return found
            probe += MINUTE - probe.mod(MINUTE)
        }
        return number - zone.getOffset(number)
    }

    private companion object {
        const val MINUTE = 60_000L
        const val LONGEST_GAP = 25 * 60

        /** One for all, as everything here is on the main thread: a table has hundreds of times. */
        val FORM = SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).apply {
            timeZone = TimeZone.getTimeZone("UTC")
            isLenient = false
        }
    }
}
