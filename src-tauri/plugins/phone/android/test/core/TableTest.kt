package app.handrail.phone

import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Test

class TableTest {
    @Test
    fun `500 reminders come once each and at their times`() {
        val all = (1L..500).map { coming(it * MINUTE, "n$it") }
        var table = Table(all.shuffled())
        val came = ArrayList<Coming>()
        var now = 0L
        while (true) {
            now = table.next(now) ?: break
            val due = table.due(now)
            assertEquals(listOf(now), due.map { it.at })
            came += due
            table = table.shown(due)
        }
        assertEquals(all, came)
    }

    @Test
    fun `what is of no use any more is not due and is not waited for`() {
        val table = Table(listOf(coming(10, "a", until = 20)))
        assertEquals(10L, table.next(9))
        assertEquals(listOf("a"), table.due(19).map { it.notice.id })
        assertEquals(emptyList<Coming>(), table.due(20))
        assertNull(table.next(10))
    }

    @Test
    fun `what was shown is remembered while it is named however long ago that was`() {
        val one = coming(10, "a", until = 100 * DAY)
        val shown = Table(listOf(one)).shown(listOf(one))
        assertEquals(emptyList<Coming>(), shown.handedOver(listOf(one), 50 * DAY).due(50 * DAY))
    }

    @Test
    fun `the same notice at another time is another`() {
        val one = coming(10, "a")
        val table = Table(listOf(one, coming(20, "a"))).shown(listOf(one))
        assertEquals(listOf(20L), table.due(30).map { it.at })
    }
}
