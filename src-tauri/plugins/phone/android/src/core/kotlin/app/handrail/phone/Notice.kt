package app.handrail.phone

import java.util.TimeZone
import org.json.JSONArray
import org.json.JSONException
import org.json.JSONObject

/** A button of a notice: what it does, in the word that the app knows, and what it says. */
internal data class Button(val press: String, val label: String)

/**
 * What appears on the screen. The app chose its words; neutral ones unless the client wanted others.
 *
 * @property id says nothing by itself. A later notice of the same id takes the place of an earlier one.
 */
internal data class Notice(
    val id: String,
    val title: String,
    val body: String,
    val sound: Boolean,
    val buttons: List<Button>,
) {
    fun json(): JSONObject = JSONObject()
        .put("id", id)
        .put("title", title)
        .put("body", body)
        .put("sound", sound)
        .put("buttons", JSONArray(buttons.map { JSONObject().put("press", it.press).put("label", it.label) }))

    companion object {
        /** @throws JSONException where something is missing. */
        fun of(json: JSONObject) = Notice(
            json.getString("id"),
            json.getString("title"),
            json.getString("body"),
            json.getBoolean("sound"),
            json.getJSONArray("buttons").objects().map { Button(it.getString("press"), it.getString("label")) },
        )
    }
}

/**
 * A notice that is to come.
 *
 * What is personal follows the client's clock: it has a local time, and comes at that time of the zone where the phone
 * is. All else comes at the instant that the app planned, in whatever zone.
 *
 * @property at when it comes, in milliseconds of the epoch.
 * @property until from when on it is of no use.
 * @property local the time of day that [at] stands for, where it follows the zone.
 */
internal data class Coming(val at: Long, val until: Long, val notice: Notice, val local: Local? = null) {
    /**
     * What tells it from every other: two notices about the same thing differ in their time. By a local time it is the
     * same in every zone: what came before a journey does not come again after it.
     */
    val mark get() = Mark(notice.id, local?.number ?: at)

    /** The same in that zone, where it is of use for as long. */
    fun inZone(zone: TimeZone): Coming {
        val there = local?.instant(zone) ?: return this
        return copy(at = there, until = until + (there - at))
    }

    fun json(): JSONObject = notice.json().put("at", at).put("until", until).putOpt("local", local?.text)

    companion object {
        /**
         * @throws JSONException where something is missing. One without `until` is of use for a [DAY]; one without
         * `local` comes at its instant.
         */
        fun of(json: JSONObject): Coming {
            val at = json.getLong("at")
            val until = if (json.has("until")) json.getLong("until") else at + DAY
            val local = if (json.isNull("local")) null else Local(json.getString("local"))
            return Coming(at, until, Notice.of(json), local)
        }
    }
}

/**
 * One showing of a notice: which, and when.
 *
 * @property at in milliseconds of the epoch, or the [Local.number] of what follows the zone.
 */
internal data class Mark(val id: String, val at: Long) {
    fun json(): JSONObject = JSONObject().put("id", id).put("at", at)

    companion object {
        /** @throws JSONException where something is missing. */
        fun of(json: JSONObject) = Mark(json.getString("id"), json.getLong("at"))
    }
}

/** A day, in milliseconds: for so long a notice that was shown can be answered. */
internal const val DAY = 24L * 60 * 60 * 1000

/** @throws JSONException where one of them is no object. */
internal fun JSONArray.objects(): List<JSONObject> = (0 until length()).map { getJSONObject(it) }
