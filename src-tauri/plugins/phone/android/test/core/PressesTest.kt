package app.handrail.phone

import android.content.Intent
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [24, 35], application = TestApp::class)
class PressesTest {
    private val phone = Phone()
    private val heard = ArrayList<Pressed>()

    /** The app's own, made anew as after the process died. */
    private fun presses() = Presses(phone.reminders)

    private fun listening() = presses().also { it.listen(heard::add) }

    /** What Android hands the activity when that button of a standing notice is pressed; `null`: the notice itself. */
    private fun intent(id: String, button: Int?): Intent {
        val notice = phone.standing(id)
        val pending = if (button == null) notice.contentIntent else notice.actions[button].actionIntent
        return Intent(shadowOf(pending).savedIntent)
    }

    private fun show(id: String) = phone.reminders.show(notice(id, buttons = listOf(Button("there", "Yes"))))

    init {
        // Something is to come, so that the table is kept.
        phone.handOver(coming(phone.start + 100 * DAY, "z"))
    }

    @Test
    fun `a pressed button is told and its notice leaves the screen`() {
        show("a")
        listening().take(intent("a", 0))
        assertEquals(listOf(Pressed("a", "there")), heard)
        assertEquals(emptyMap<String, String>(), phone.screen())
    }

    @Test
    fun `the notice itself is told as no button`() {
        show("a")
        listening().take(intent("a", null))
        assertEquals(listOf(Pressed("a", "")), heard)
    }

    @Test
    fun `what was pressed before anyone listened is told then and once`() {
        show("a")
        show("b")
        val presses = presses()
        presses.take(intent("a", 0))
        presses.take(intent("b", 0))
        presses.listen(heard::add)
        presses.listen(heard::add)
        assertEquals(listOf(Pressed("a", "there"), Pressed("b", "there")), heard)
    }

    @Test
    fun `the intent that Android brings again says nothing any more also after the process died`() {
        show("a")
        val intent = intent("a", 0)
        val presses = listening()
        presses.take(Intent(intent))
        presses.take(Intent(intent))
        listening().take(Intent(intent))
        phone.now += 30 * DAY
        listening().take(Intent(intent))
        assertEquals(1, heard.size)
    }

    @Test
    fun `the same intent object is taken once although nothing is kept`() {
        phone.handOver()
        show("a")
        val intent = intent("a", 0)
        val presses = listening()
        presses.take(intent)
        presses.take(intent)
        assertEquals(1, heard.size)
    }

    @Test
    fun `a notice that is shown again can be pressed again`() {
        show("a")
        val presses = listening()
        presses.take(intent("a", 0))
        phone.now += HOUR
        show("a")
        presses.take(intent("a", 0))
        assertEquals(2, heard.size)
    }

    @Test
    fun `what is pressed a day later opens the app and answers nothing`() {
        show("a")
        val intent = intent("a", 0)
        phone.now += DAY
        listening().take(intent)
        assertEquals(emptyList<Pressed>(), heard)
    }

    @Test
    fun `a press is heard although the clock was set back since`() {
        show("a")
        val intent = intent("a", 0)
        phone.now -= 5 * HOUR
        listening().take(intent)
        assertEquals(1, heard.size)
    }

    @Test
    fun `what starts the app otherwise says nothing`() {
        val presses = listening()
        presses.take(null)
        presses.take(Intent(Intent.ACTION_MAIN))
        presses.take(Intent().putExtra(Notices.ID, "a"))
        assertEquals(emptyList<Pressed>(), heard)
    }
}
