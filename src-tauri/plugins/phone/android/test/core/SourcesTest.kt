package app.handrail.phone

import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.w3c.dom.Element

/** What the compiler does not hold: the manifest, the resources, and what must not stand in the sources. */
class SourcesTest {
    private fun names(file: String, tag: String) = elements(file, tag).map { it.getAttribute("android:name") }.toSet()

    private fun sources(folder: String) =
        File(folder).walk().filter { it.extension == "kt" }.toList().also { check(it.isNotEmpty()) }

    @Test
    fun `the permissions are these and neither the network nor vibration is among them`() {
        val permissions = setOf(
            "android.permission.POST_NOTIFICATIONS",
            "android.permission.RECEIVE_BOOT_COMPLETED",
            "android.permission.SCHEDULE_EXACT_ALARM",
            "android.permission.USE_EXACT_ALARM",
        )
        assertEquals(permissions, names(MANIFEST, "uses-permission"))
    }

    @Test
    fun `no other app reaches what the manifest names`() {
        val named = listOf("receiver", "provider", "activity", "service").flatMap { elements(MANIFEST, it) }
        val names = named.map { it.getAttribute("android:name") }
        assertEquals(listOf(".RemindersReceiver", ".SharedReceiver", ".SharedProvider"), names)
        assertTrue(named.all { it.getAttribute("android:exported") == "false" })
        assertTrue(named.none { it.hasAttribute("android:directBootAware") })
    }

    @Test
    fun `reminders are set again after all that makes Android forget them`() {
        val actions = setOf(
            "android.intent.action.BOOT_COMPLETED",
            "android.intent.action.MY_PACKAGE_REPLACED",
            "android.intent.action.TIME_SET",
            "android.intent.action.TIMEZONE_CHANGED",
            "android.app.action.SCHEDULE_EXACT_ALARM_PERMISSION_STATE_CHANGED",
        )
        assertEquals(actions, names(MANIFEST, "action"))
    }

    @Test
    fun `only the folder of shared files is lent`() {
        val lent = elements("src/main/res/xml/phone_shared.xml", "paths").single().getElementsByTagName("*")
        assertEquals(1, lent.length)
        val path = lent.item(0) as Element
        assertEquals("cache-path" to "shared/", path.tagName to path.getAttribute("path"))
    }

    @Test
    fun `every word of the resources is there in both languages`() {
        val words = listOf("values", "values-es").map { folder ->
            elements("src/main/res/$folder/strings.xml", "string").map { it.getAttribute("name") }
        }
        assertEquals(words[0], words[1])
        assertEquals(R.string::class.java.fields.map { it.name }.filter { it != "INSTANCE" }.toSet(), words[0].toSet())
    }

    @Test
    fun `nothing is written to a log`() {
        val logs = Regex("""\bLog\b|Logger|println|printStackTrace|System\.(out|err)""")
        val found = (sources("src/core") + sources("src/main")).filter { logs.containsMatchIn(it.readText()) }
        assertEquals(emptyList<File>(), found)
    }

    @Test
    fun `the core knows only Android itself`() {
        val known = Regex("""import (android|java|javax|org\.json)\.[A-Za-z.]+( as .*)?""")
        val imports = sources("src/core").flatMap { it.readLines() }.filter { it.startsWith("import ") }
        assertEquals(emptyList<String>(), imports.filterNot { known.matches(it) })
    }
}
