package app.handrail.phone

import android.app.Notification
import android.app.NotificationManager
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [24, 35], application = TestApp::class)
class NoticesTest {
    private val phone = Phone()
    private val buttons = listOf(
        Button("there", "Yes"),
        Button("not-there", "No"),
        Button("snooze-hour", "In an hour"),
        Button("snooze-tomorrow", "Tomorrow"),
    )

    private fun shown(notice: Notice): Notification {
        Notices(phone.context).show(notice, phone.now)
        return phone.standing(notice.id)
    }

    @Test
    fun `on a lock screen that hides what is private it says only the name of the app`() {
        val notice = shown(notice("a", "You have something at 3:00.", buttons = buttons))
        assertEquals(Notification.VISIBILITY_PRIVATE, notice.visibility)
        val public = notice.publicVersion
        assertEquals("Handrail", public.extras.getCharSequence(Notification.EXTRA_TITLE).toString())
        assertNull(public.extras.getCharSequence(Notification.EXTRA_TEXT))
        assertNull(public.extras.getCharSequence(Notification.EXTRA_BIG_TEXT))
        assertNull(public.actions)
        assertNull(notice.tickerText)
    }

    @Test
    fun `it says the words that it was given and goes when it is touched`() {
        val notice = shown(notice("a", "You have something at 3:00."))
        assertEquals("Handrail", notice.extras.getCharSequence(Notification.EXTRA_TITLE).toString())
        assertEquals("You have something at 3:00.", notice.extras.getCharSequence(Notification.EXTRA_TEXT).toString())
        assertTrue(notice.flags and Notification.FLAG_AUTO_CANCEL != 0)
        assertEquals(Notification.CATEGORY_REMINDER, notice.category)
        assertEquals(phone.now, notice.`when`)
    }

    @Test
    fun `the first three buttons are shown and each opens the app with what was pressed`() {
        val notice = shown(notice("a", buttons = buttons))
        assertEquals(listOf("Yes", "No", "In an hour"), notice.actions.map { it.title.toString() })
        val opens = notice.actions.map { shadowOf(it.actionIntent) } + shadowOf(notice.contentIntent)
        assertTrue(opens.all { it.isActivity && it.isImmutable })
        assertTrue(opens.all { it.savedIntent.component!!.className == "app.handrail.MainActivity" })
        val intents = opens.map { it.savedIntent }
        val said = intents.map { it.getStringExtra(Notices.ID) to it.getStringExtra(Notices.PRESS) }
        assertEquals(listOf("a" to "there", "a" to "not-there", "a" to "snooze-hour", "a" to ""), said)
    }

    @Test
    fun `the buttons of one notice say nothing of another`() {
        shown(notice("a", buttons = buttons))
        shown(notice("b", buttons = buttons))
        val said = listOf("a", "b").map { id ->
            shadowOf(phone.standing(id).actions[0].actionIntent).savedIntent.getStringExtra(Notices.ID)
        }
        assertEquals(listOf("a", "b"), said)
    }

    @Test
    @Config(sdk = [35])
    fun `there is a channel with sound and one without and both are private`() {
        assertEquals("reminders", shown(notice("a", sound = true)).channelId)
        assertEquals("reminders-quiet", shown(notice("b", sound = false)).channelId)
        val channels = phone.notices.notificationChannels.associateBy { it.id }
        assertEquals(setOf("reminders", "reminders-quiet"), channels.keys)
        assertTrue(channels.values.all { it.lockscreenVisibility == Notification.VISIBILITY_PRIVATE })
        assertTrue(channels.values.none { it.shouldVibrate() })
        assertEquals(NotificationManager.IMPORTANCE_HIGH, channels.getValue("reminders").importance)
        assertEquals(NotificationManager.IMPORTANCE_LOW, channels.getValue("reminders-quiet").importance)
        assertEquals("Reminders without sound", channels.getValue("reminders-quiet").name.toString())
    }

    @Test
    @Suppress("DEPRECATION")
    @Config(sdk = [24])
    fun `before there were channels a notice itself says whether it sounds`() {
        assertEquals(Notification.DEFAULT_SOUND, shown(notice("a", sound = true)).defaults)
        assertEquals(0, shown(notice("b", sound = false)).defaults)
    }

    @Test
    @Config(sdk = [35])
    fun `it leaves the screen when it is too late to answer it`() {
        assertEquals(DAY, shown(notice("a")).timeoutAfter)
    }

    @Test
    fun `one that is shown again takes the place of the earlier and one that is withdrawn is gone`() {
        shown(notice("a", "first"))
        shown(notice("a", "second"))
        assertEquals(mapOf("a" to "second"), phone.screen())
        Notices(phone.context).withdraw("a")
        assertEquals(emptyMap<String, String>(), phone.screen())
    }

    @Test
    fun `whether notices are allowed is what the system says`() {
        assertTrue(Notices(phone.context).allowed())
        phone.allow(false)
        assertFalse(Notices(phone.context).allowed())
    }
}
