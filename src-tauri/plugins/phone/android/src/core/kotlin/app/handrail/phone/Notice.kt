package app.handrail.phone

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
 * Both times are instants, planned by the app for the zone of that moment: in another zone a notice still comes at the
 * instant that was planned, until the app is opened there and plans anew.
 *
 * @property at when it comes, in milliseconds of the epoch.
 * @property until from when on it is of no use.
 */
internal data class Coming(val at: Long, val until: Long, val notice: Notice) {
    /** What tells it from every other: two notices about the same thing differ in their time. */
    val mark get() = Mark(notice.id, at)

    fun json(): JSONObject = notice.json().put("at", at).put("until", until)

    companion object {
        /** @throws JSONException where something is missing. One without `until` is of use for a [DAY]. */
        fun of(json: JSONObject): Coming {
            val at = json.getLong("at")
            return Coming(at, if (json.has("until")) json.getLong("until") else at + DAY, Notice.of(json))
        }
    }
}

/** One showing of a notice: which, and when. */
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
