package app.handrail.phone

import android.Manifest
import android.app.Activity
import android.content.Intent
import android.os.Build
import android.os.Handler
import android.os.Looper
import android.util.Base64
import android.view.HapticFeedbackConstants
import android.webkit.WebView
import androidx.activity.result.ActivityResult
import androidx.appcompat.app.AppCompatActivity
import androidx.core.content.FileProvider
import app.tauri.PermissionState
import app.tauri.annotation.ActivityCallback
import app.tauri.annotation.Command
import app.tauri.annotation.InvokeArg
import app.tauri.annotation.Permission
import app.tauri.annotation.PermissionCallback
import app.tauri.annotation.TauriPlugin
import app.tauri.plugin.Channel
import app.tauri.plugin.Invoke
import app.tauri.plugin.JSObject
import app.tauri.plugin.Plugin
import app.tauri.plugin.PluginManager
import org.json.JSONObject

@InvokeArg
internal class ListenArgs {
    lateinit var channel: Channel
}

/** The name that Tauri knows the permission by. */
private const val NOTICES = "notices"

/** After the share sheet closed, the word that an app was chosen may still be on its way: so long, in milliseconds. */
private const val CHOSEN_WITHIN = 1_000L

/** One of our own: a second provider of the same class would be taken for the first in the app's manifest. */
class SharedProvider : FileProvider()

/**
 * What the app asks of Android. Its commands are called on the main thread; each is answered once, and a refusal says
 * nothing of what was asked.
 */
@TauriPlugin(permissions = [Permission(strings = [Manifest.permission.POST_NOTIFICATIONS], alias = NOTICES)])
class PhonePlugin(private val activity: Activity) : Plugin(activity) {
    private val context = activity.applicationContext
    private val reminders = Reminders(context)
    private val presses = Presses(reminders)
    private val secrets = Secrets(context)
    private val shared = Shared(context)
    private var sharing: Invoke? = null

    override fun load(webView: WebView) {
        shared.empty()
        presses.take(activity.intent)
    }

    override fun onNewIntent(intent: Intent) = presses.take(intent)

    override fun onResume(activity: AppCompatActivity) {
        // One that Android made anew while the process lived on: its intent comes no other way.
        presses.take(activity.intent)
        // Android forgets every alarm of an app that was stopped by force, and may bring an inexact one late.
        reminders.comeDue()
        shared.emptyWhenRead()
    }

    @Command
    fun permission(invoke: Invoke) = answer(invoke) { JSObject().put("state", state()) }

    @Command
    fun ask(invoke: Invoke) {
        if (state() == "prompt") {
            requestPermissionForAlias(NOTICES, invoke, "wasAsked")
        } else {
            permission(invoke)
        }
    }

    @PermissionCallback
    fun wasAsked(invoke: Invoke) = answer(invoke) {
        reminders.comeDue()
        JSObject().put("state", state())
    }

    @Command
    fun show(invoke: Invoke) = perform(invoke) { reminders.show(Notice.of(it)) }

    @Command
    fun withdraw(invoke: Invoke) = perform(invoke) { reminders.withdraw(it.getString("id")) }

    @Command
    fun schedule(invoke: Invoke) = perform(invoke) { asked ->
        reminders.handOver(asked.getJSONArray("coming").objects().map { Coming.of(it) })
    }

    @Command
    fun listen(invoke: Invoke) = perform(invoke) {
        val channel = invoke.parseArgs(ListenArgs::class.java).channel
        presses.listen { channel.send(JSObject().put("id", it.id).put("press", it.press)) }
    }

    @Command
    fun keepSecret(invoke: Invoke) = perform(invoke) {
        secrets.keep(it.getString("name"), Base64.decode(it.getString("secret"), Base64.DEFAULT))
    }

    @Command
    fun secret(invoke: Invoke) = answer(invoke) { asked ->
        val secret = secrets.secret(asked.getString("name"))
        JSObject().put("secret", secret?.let { Base64.encodeToString(it, Base64.NO_WRAP) } ?: JSONObject.NULL)
    }

    @Command
    fun forgetSecret(invoke: Invoke) = perform(invoke) { secrets.forget(it.getString("name")) }

    @Command
    fun haptic(invoke: Invoke) = perform(invoke) {
        val window = (PluginManager.activity ?: activity).window
        window.decorView.performHapticFeedback(HapticFeedbackConstants.CONTEXT_CLICK)
    }

    @Command
    fun look(invoke: Invoke) = answer(invoke) {
        val configuration = context.resources.configuration
        JSObject().put("bold", isBold(configuration)).put("scale", configuration.fontScale.toDouble())
    }

    /** The manifest's rules keep all of the app's data out of every backup. */
    @Command
    fun keepFromBackup(invoke: Invoke) = perform(invoke) {}

    @Command
    fun share(invoke: Invoke) = guarded(invoke) {
        val asked = asked(invoke)
        val file = shared.put(asked.getString("name"), Base64.decode(asked.getString("bytes"), Base64.DEFAULT))
        val address = FileProvider.getUriForFile(context, "${context.packageName}.shared", file)
        answerShared(false)
        sharing = invoke
        SharedReceiver.chosen = { answerShared(true) }
        startActivityForResult(invoke, sheet(context, address, asked.getString("type")), "sheetClosed")
    }

    @ActivityCallback
    fun sheetClosed(invoke: Invoke, @Suppress("UNUSED_PARAMETER") result: ActivityResult) {
        Handler(Looper.getMainLooper()).postDelayed({ if (sharing === invoke) answerShared(false) }, CHOSEN_WITHIN)
    }

    private fun answerShared(chosen: Boolean) {
        sharing?.resolve(JSObject().put("shared", chosen))
        sharing = null
        SharedReceiver.chosen = null
    }

    private fun state(): String = when {
        reminders.allowed() -> "granted"
        Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU -> "denied"
        else -> when (getPermissionState(NOTICES)) {
            PermissionState.PROMPT, PermissionState.PROMPT_WITH_RATIONALE -> "prompt"
            // Granted, and still switched off in the settings: that is where the client can allow them.
            else -> "denied"
        }
    }

    private fun perform(invoke: Invoke, what: (JSONObject) -> Unit) = answer(invoke) {
        what(it)
        JSObject()
    }

    private fun answer(invoke: Invoke, what: (JSONObject) -> JSObject) =
        guarded(invoke) { invoke.resolve(what(asked(invoke))) }

    /** Android's own object: Tauri's takes a text that is missing for an empty one. */
    private fun asked(invoke: Invoke) = JSONObject(invoke.getRawArgs())

    /** What goes wrong may be told in words of the client: they are not passed on. */
    private fun guarded(invoke: Invoke, what: () -> Unit) = try {
        what()
    } catch (_: Exception) {
        invoke.reject("refused")
    }
}
