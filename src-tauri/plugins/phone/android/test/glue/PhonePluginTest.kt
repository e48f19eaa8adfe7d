package app.handrail.phone

import android.Manifest
import android.content.Intent
import android.os.Looper
import android.webkit.WebView
import androidx.activity.result.ActivityResult
import androidx.activity.result.ActivityResultLauncher
import androidx.activity.result.contract.ActivityResultContracts
import androidx.appcompat.app.AppCompatActivity
import app.tauri.plugin.Channel
import app.tauri.plugin.ChannelDeserializer
import app.tauri.plugin.Invoke
import app.tauri.plugin.PluginHandle
import app.tauri.plugin.PluginManager
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.module.SimpleModule
import java.io.File
import java.security.Security
import java.time.Duration
import org.json.JSONObject
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowLog
import org.robolectric.shadows.ShadowSystemClock

/** The commands as Tauri itself calls them. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [24, 35], application = TestApp::class)
class PhonePluginTest {
    private val phone = Phone()
    private val activity = Robolectric.buildActivity(AppCompatActivity::class.java).create().get()
    private val said = ArrayList<JSONObject>()
    private val mapper = ObjectMapper().also {
        val channels = ChannelDeserializer({ _, text -> said += JSONObject(text) }, it)
        it.registerModule(SimpleModule().addDeserializer(Channel::class.java, channels))
    }
    private lateinit var plugin: PhonePlugin
    private lateinit var handle: PluginHandle

    @Before
    fun load() {
        StandInKeys.entries.clear()
        Security.addProvider(StandInKeyStore())
        PluginManager.onCreate(activity)
        load(Intent())
    }

    @After
    fun remove() {
        PluginManager.onDestroy(activity)
        Security.removeProvider("AndroidKeyStore")
    }

    /** Starts the plugin, as in a process of its own, in an activity that was opened by that intent. */
    private fun load(intent: Intent) {
        activity.intent = intent
        plugin = PhonePlugin(activity)
        handle = PluginHandle(PluginManager, "phone", plugin, "{}", mapper)
        handle.load(WebView(activity))
    }

    /** What a command answers: 0 and the answer, or 1 and the refusal; each as often as it answers. */
    private fun answers(command: String, payload: String = "{}"): List<Pair<Long, String>> {
        val answers = ArrayList<Pair<Long, String>>()
        handle.invoke(Invoke(1, command, 0, 1, { which, text -> answers += which to text }, payload, mapper))
        return answers
    }

    private fun answer(command: String, payload: String = "{}"): String {
        val (which, text) = answers(command, payload).single()
        assertEquals(text, 0L, which)
        return text
    }

    private fun <I> launched(contract: Class<*>): ActivityResultLauncher<I> {
        @Suppress("UNCHECKED_CAST")
        return activity.launchers.getValue(contract) as ActivityResultLauncher<I>
    }

    private fun notice(id: String) =
        """{"id":"$id","title":"Handrail","body":"$id","sound":true,"buttons":[{"press":"there","label":"Yes"}]}"""

    private fun coming(id: String, at: Long) = notice(id).replaceFirst("{", "{\"at\":$at,")

    private fun pressed(id: String) = Intent(shadowOf(phone.standing(id).actions[0].actionIntent).savedIntent)

    @Test
    fun `one is shown and withdrawn`() {
        assertEquals("{}", answer("show", notice("a")))
        assertEquals(setOf("a"), phone.screen().keys)
        assertEquals("{}", answer("withdraw", """{"id":"a"}"""))
        assertEquals(emptySet<String>(), phone.screen().keys)
    }

    @Test
    fun `all that is to come is handed over`() {
        val at = phone.start + HOUR
        assertEquals("{}", answer("schedule", """{"coming":[${coming("a", at)},${coming("b", at + HOUR)}]}"""))
        assertEquals(at, phone.alarmAt())
        assertEquals(listOf(at to "a", at + HOUR to "b"), phone.until(phone.start + DAY))
        assertEquals("{}", answer("schedule", """{"coming":[]}"""))
    }

    @Test
    fun `one that says until when it is of use does not come after that`() {
        val at = phone.start + HOUR
        val one = coming("a", at).replaceFirst("{", "{\"until\":${at + MINUTE},")
        answer("schedule", """{"coming":[$one]}""")
        phone.now = at + 2 * MINUTE
        phone.reminders.comeDue()
        assertEquals(emptySet<String>(), phone.screen().keys)
    }

    @Test
    fun `a press is told to who listens`() {
        assertEquals("{}", answer("listen", """{"channel":"__CHANNEL__:7"}"""))
        answer("show", notice("a"))
        plugin.onNewIntent(pressed("a"))
        assertEquals("""{"id":"a","press":"there"}""", said.single().toString())
    }

    @Test
    fun `the press that started the app is told once who listens later`() {
        answer("show", notice("a"))
        load(pressed("a"))
        // Tauri may load twice, and a resume follows.
        handle.load(WebView(activity))
        plugin.onResume(activity)
        answer("listen", """{"channel":"__CHANNEL__:7"}""")
        assertEquals(1, said.size)
    }

    @Test
    fun `the press that made the activity anew while the process lived on is told`() {
        answer("listen", """{"channel":"__CHANNEL__:7"}""")
        answer("show", notice("a"))
        val anew = Robolectric.buildActivity(AppCompatActivity::class.java, pressed("a")).create().get()
        plugin.onResume(anew)
        assertEquals(1, said.size)
    }

    @Test
    fun `what is due comes when the app is resumed although Android forgot the alarm`() {
        val next = phone.start + HOUR
        answer("schedule", """{"coming":[${coming("a", phone.start + MINUTE)},${coming("b", next)}]}""")
        phone.putBack("a", phone.start - MINUTE)
        phone.forgetAlarms()
        plugin.onResume(activity)
        assertEquals(setOf("a"), phone.screen().keys)
        assertEquals(next, phone.alarmAt())
    }

    @Test
    fun `a secret comes back until it is forgotten and none is null`() {
        assertEquals("""{"secret":null}""", answer("secret", """{"name":"a"}"""))
        assertEquals("{}", answer("keepSecret", """{"name":"a","secret":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}"""))
        val kept = JSONObject(answer("secret", """{"name":"a"}"""))
        assertEquals("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", kept.getString("secret"))
        assertEquals("{}", answer("forgetSecret", """{"name":"a"}"""))
        assertEquals("""{"secret":null}""", answer("secret", """{"name":"a"}"""))
    }

    @Test
    fun `notices that are allowed are granted`() {
        assertEquals("""{"state":"granted"}""", answer("permission"))
        assertEquals("""{"state":"granted"}""", answer("ask"))
    }

    @Test
    @Config(sdk = [24])
    fun `before Android 13 nobody is asked and what the client switched off is denied`() {
        phone.allow(false)
        assertEquals("""{"state":"denied"}""", answer("permission"))
        assertEquals("""{"state":"denied"}""", answer("ask"))
    }

    @Test
    @Config(sdk = [35])
    fun `the client is asked once and their no is a no`() {
        shadowOf(activity.packageManager).getInternalMutablePackageInfo(activity.packageName).requestedPermissions =
            arrayOf(Manifest.permission.POST_NOTIFICATIONS)
        phone.allow(false)
        assertEquals("""{"state":"prompt"}""", answer("permission"))
        val answers = ArrayList<String>()
        handle.invoke(Invoke(1, "ask", 0, 1, { _, text -> answers += text }, "{}", mapper))
        assertEquals(emptyList<String>(), answers)
        val launcher = launched<Array<String>>(ActivityResultContracts.RequestMultiplePermissions::class.java)
        assertEquals(listOf(Manifest.permission.POST_NOTIFICATIONS), launcher.launched.single().toList())
        launcher.answer(mapOf(Manifest.permission.POST_NOTIFICATIONS to false))
        assertEquals(listOf("""{"state":"denied"}"""), answers)
        assertEquals("""{"state":"denied"}""", answer("ask"))
        assertEquals(1, launcher.launched.size)
    }

    @Test
    fun `what was shared is told once the client chose an app`() {
        val answers = share("record.pdf")
        val sheet = launched<Intent>(ActivityResultContracts.StartActivityForResult::class.java)
        assertEquals(Intent.ACTION_CHOOSER, sheet.launched.single().action)
        assertEquals("%PDF", File(phone.context.cacheDir, "shared/record.pdf").readText())
        sheet.answer(ActivityResult(0, null))
        SharedReceiver().onReceive(phone.context, Intent())
        later()
        assertEquals(listOf("""{"shared":true}"""), answers)
    }

    @Test
    fun `a sheet that was closed shared nothing`() {
        val answers = share("record.pdf")
        launched<Intent>(ActivityResultContracts.StartActivityForResult::class.java).answer(ActivityResult(0, null))
        assertEquals(emptyList<String>(), answers)
        later()
        SharedReceiver().onReceive(phone.context, Intent())
        assertEquals(listOf("""{"shared":false}"""), answers)
    }

    @Test
    fun `a second sheet closes the first and the next start leaves no file`() {
        val first = share("a.pdf")
        val second = share("b.pdf")
        assertEquals(listOf("""{"shared":false}"""), first)
        assertEquals(emptyList<String>(), second)
        load(Intent())
        assertFalse(File(phone.context.cacheDir, "shared").exists())
    }

    @Test
    fun `a client who comes back after a while leaves no file`() {
        share("a.pdf")
        plugin.onResume(activity)
        assertTrue(File(phone.context.cacheDir, "shared/a.pdf").exists())
        ShadowSystemClock.advanceBy(Duration.ofMinutes(5))
        plugin.onResume(activity)
        assertFalse(File(phone.context.cacheDir, "shared").exists())
    }

    @Test
    fun `what follows the zone comes at its time in another zone`() {
        val at = phone.start - phone.start % MINUTE + HOUR
        val local = inZone("GMT") { wall(at) }
        val one = coming("a", at).replaceFirst("{", "{\"local\":\"$local\",")
        inZone("GMT") { answer("schedule", """{"coming":[$one]}""") }
        inZone("GMT-3") { plugin.onResume(activity) }
        assertEquals(at + 3 * HOUR, phone.alarmAt())
        val wrong = coming("a", at).replaceFirst("{", "{\"local\":\"at nine\",")
        assertEquals(listOf(1L to """{"message":"refused"}"""), answers("schedule", """{"coming":[$wrong]}"""))
        assertEquals(at + 3 * HOUR, phone.alarmAt())
    }

    private fun share(name: String): List<String> {
        val answers = ArrayList<String>()
        val payload = """{"name":"$name","type":"application/pdf","bytes":"JVBERg=="}"""
        handle.invoke(Invoke(1, "share", 0, 1, { _, text -> answers += text }, payload, mapper))
        return answers
    }

    private fun later() = shadowOf(Looper.getMainLooper()).idleFor(Duration.ofSeconds(2))

    @Test
    fun `the rest is answered`() {
        assertEquals("{}", answer("haptic"))
        assertEquals("{}", answer("keepFromBackup", """{"folder":"/data"}"""))
    }

    @Test
    fun `the page hears the size that text has by now`() {
        assertEquals("""{"bold":false,"scale":1}""", answer("look"))
        RuntimeEnvironment.setFontScale(1.5f)
        assertEquals("""{"bold":false,"scale":1.5}""", answer("look"))
    }

    @Test
    fun `a refusal and the log say nothing of what was asked`() {
        val asked = mapOf(
            "show" to """{"id":"words of the client"}""",
            "schedule" to """{"coming":[{"words of the client":1}]}""",
            "withdraw" to """{"words of the client":1}""",
            "listen" to """{"words of the client":1}""",
            "keepSecret" to """{"name":"words of the client","secret":"%%%"}""",
            "secret" to """{"words of the client":1}""",
            "forgetSecret" to """words of the client""",
            "share" to """{"name":"../words of the client","type":"text/plain","bytes":""}""",
        )
        for ((command, payload) in asked) {
            assertEquals(command, listOf(1L to """{"message":"refused"}"""), answers(command, payload))
        }
        assertTrue(ShadowLog.getLogs().none { "words of the client" in it.msg })
    }
}
