package app.handrail.phone

import android.content.Intent

/** What was pressed on a notice: its id, and the button's word; empty: the notice itself, which only opens the app. */
internal data class Pressed(val id: String, val press: String)

/** Presses on notices, each told once. What was pressed before anyone listened, as when it started the app, is kept. */
internal class Presses(private val reminders: Reminders) {
    private val waiting = ArrayDeque<Pressed>()
    private var listener: ((Pressed) -> Unit)? = null

    /** Takes what an intent of the activity says, out of it. Most say nothing; Android may bring the same one again. */
    fun take(intent: Intent?) {
        val id = intent?.getStringExtra(Notices.ID) ?: return
        val press = intent.getStringExtra(Notices.PRESS) ?: return
        intent.removeExtra(Notices.ID)
        if (!reminders.hears(Mark(id, intent.getLongExtra(Notices.AT, 0)))) return
        waiting.addLast(Pressed(id, press))
        tell()
    }

    /** From now on tells that one, in place of any other. */
    fun listen(listener: (Pressed) -> Unit) {
        this.listener = listener
        tell()
    }

    private fun tell() {
        val listener = listener ?: return
        while (true) listener(waiting.removeFirstOrNull() ?: return)
    }
}
