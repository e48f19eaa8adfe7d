package app.handrail.phone

import android.content.Context
import java.io.File
import java.io.IOException
import java.util.TimeZone
import org.json.JSONArray
import org.json.JSONException
import org.json.JSONObject

/**
 * What is to come, and what is needed so that each of it comes once: times, ids that say nothing, and the words chosen.
 *
 * @property shown what was shown. Remembered until its time is safely past, so that a clock that is set back shows
 * nothing twice.
 * @property heard whose press was heard, by when that notice was shown: Android hands an activity its old intent again.
 */
internal data class Table(
    val coming: List<Coming> = emptyList(),
    val shown: Set<Mark> = emptySet(),
    val heard: Set<Mark> = emptySet(),
) {
    /** What is due, the earliest first. What is of no use now is not; it stays here, for a clock that was ahead. */
    fun due(now: Long): List<Coming> =
        coming.filter { it.at <= now && now < it.until && it.mark !in shown }.sortedBy { it.at }

    /** When the next comes; `null`: nothing is to come. */
    fun next(now: Long): Long? = coming.filter { it.at > now && it.mark !in shown }.minOfOrNull { it.at }

    /** All that is to come in place of what was. */
    fun handedOver(coming: List<Coming>, now: Long): Table {
        val named = coming.mapTo(HashSet()) { it.mark }
        return Table(coming, shown.filterTo(HashSet()) { it.at > now - DAY || it in named }, heard.recent(now))
    }

    /** These were shown. */
    fun shown(those: List<Coming>) = copy(shown = shown + those.map { it.mark })

    /** A press on the notice that was shown then; `null`: it was heard before, or is too long ago to answer. */
    fun heard(press: Mark, now: Long): Table? =
        if (press in heard || press.at <= now - DAY) null else copy(heard = heard.recent(now) + press)

    private fun Set<Mark>.recent(now: Long) = filterTo(HashSet()) { it.at > now - DAY }
}

/**
 * The table's file, in the folder that Android keeps out of every backup. Nothing is readable there before the phone
 * was unlocked once after a start; reminders wait until then.
 */
internal class TableFile(context: Context) {
    private val file = File(context.noBackupFilesDir, "reminders.json")

    /**
     * The table, in the zone where the phone is now; empty where there is no file, or a damaged one: the app hands
     * everything over when it next starts.
     */
    fun read(): Table = try {
        val json = JSONObject(file.readText())
        fun marks(name: String) = json.getJSONArray(name).objects().mapTo(HashSet()) { Mark.of(it) }
        val zone = TimeZone.getDefault()
        val coming = json.getJSONArray("coming").objects().map { Coming.of(it).inZone(zone) }
        Table(coming, marks("shown"), marks("heard"))
    } catch (_: IOException) {
        Table()
    } catch (_: JSONException) {
        Table()
    }

    /**
     * Writes it whole or not at all. Where nothing is to come nothing is kept.
     *
     * @throws IOException where it could not be written; the file is as it was.
     */
    fun write(table: Table) {
        if (table.coming.isEmpty()) {
            file.delete()
            return
        }
        fun marks(all: Set<Mark>) = JSONArray(all.map { it.json() })
        val json = JSONObject()
            .put("coming", JSONArray(table.coming.map { it.json() }))
            .put("shown", marks(table.shown))
            .put("heard", marks(table.heard))
        file.putWhole(json.toString().toByteArray())
    }
}
