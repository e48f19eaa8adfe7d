package app.handrail.phone

import android.app.AlarmManager
import android.app.PendingIntent
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadows.ShadowAlarmManager

// Robolectric's own fields.
@Suppress("DEPRECATION")
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [24, 35], application = TestApp::class)
class AlarmTest {
    private val phone = Phone()
    private val at = phone.start + HOUR

    @After
    fun permitAgain() = ShadowAlarmManager.setCanScheduleExactAlarms(true)

    @Test
    fun `where exact alarms are permitted it is exact and wakes the phone from its sleep`() {
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        Alarm(phone.context).set(at)
        val alarm = phone.alarm()!!
        assertEquals(AlarmManager.RTC_WAKEUP, alarm.type)
        assertEquals(0L, alarm.windowLengthMs)
        assertTrue(alarm.isAllowWhileIdle)
    }

    @Test
    @Config(sdk = [35])
    fun `where exact alarms are denied it is inexact and still wakes the phone`() {
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        Alarm(phone.context).set(at)
        val alarm = phone.alarm()!!
        assertEquals(at, phone.alarmAt())
        assertEquals(AlarmManager.RTC_WAKEUP, alarm.type)
        assertTrue(alarm.windowLengthMs != 0L)
        assertTrue(alarm.isAllowWhileIdle)
    }

    @Test
    @Config(sdk = [35])
    fun `what is reminded of comes late and not lost where exact alarms are denied`() {
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        phone.handOver(coming(at, "a"), coming(at + 3 * HOUR, "b"))
        val came = phone.until(phone.start + DAY, late = 50 * MINUTE)
        assertEquals(listOf(at + 50 * MINUTE to "a", at + 3 * HOUR + 50 * MINUTE to "b"), came)
    }

    @Test
    @Config(sdk = [35])
    fun `once exact alarms are permitted the alarm becomes exact`() {
        ShadowAlarmManager.setCanScheduleExactAlarms(false)
        phone.handOver(coming(at, "a"))
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        phone.broadcast("android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED")
        assertEquals(0L, phone.alarm()!!.windowLengthMs)
    }

    @Test
    @Config(shadows = [ForbiddenAlarms::class])
    fun `where exact alarms are taken away between the question and the alarm it is inexact`() {
        ShadowAlarmManager.setCanScheduleExactAlarms(true)
        Alarm(phone.context).set(at)
        assertEquals(at, phone.alarmAt())
        assertTrue(phone.alarm()!!.windowLengthMs != 0L)
    }

    @Test
    fun `there is never more than one and it can be taken back`() {
        Alarm(phone.context).set(at)
        Alarm(phone.context).set(at + HOUR)
        assertEquals(at + HOUR, phone.alarmAt())
        Alarm(phone.context).set(null)
        assertNull(phone.alarm())
    }

    @Test
    fun `it wakes the receiver of this app alone and nobody can change what it says`() {
        Alarm(phone.context).set(at)
        val wake = shadowOf(phone.alarm()!!.operation)
        assertTrue(wake.isBroadcast && wake.isImmutable)
        assertEquals(RemindersReceiver::class.java.name, wake.savedIntent.component!!.className)
        assertNull(wake.savedIntent.extras)
    }
}

/** Says that exact alarms are permitted, and refuses them. */
@Implements(AlarmManager::class)
class ForbiddenAlarms : ShadowAlarmManager() {
    @Implementation
    override fun setExactAndAllowWhileIdle(type: Int, triggerAtMs: Long, operation: PendingIntent) {
        throw SecurityException()
    }
}
