import java.io.File
import javax.inject.Inject
import org.gradle.api.DefaultTask
import org.gradle.api.GradleException
import org.gradle.api.tasks.Input
import org.gradle.api.tasks.TaskAction
import org.gradle.process.ExecOperations

/**
 * Builds the Rust library of one processor, by the Tauri command line that the UI's packages bring.
 *
 * Ours instead of the generated one, which knows only a `tauri` that npm finds beside `src-tauri`.
 */
abstract class BuildTask : DefaultTask() {
    @get:Inject
    abstract val execOperations: ExecOperations

    /** Where `src-tauri` lies from the app's project on. */
    @Input
    var rootDirRel: String? = null

    @Input
    var projectDir: String? = null

    @Input
    var target: String? = null

    @Input
    var release: Boolean? = null

    @TaskAction
    fun assemble() {
        // What `cargo xtask android` puts into the web view's class: without it a keyboard would learn, and a page be kept.
        val texts = listOf("WRY_RUSTWEBVIEW_CLASS_EXTENSION", "WRY_RUSTWEBVIEW_CLASS_INIT")
        if (texts.any { System.getenv(it).isNullOrEmpty() }) {
            throw GradleException("Please build with `cargo xtask android`.")
        }
        val shell = File(projectDir, rootDirRel ?: throw GradleException("rootDirRel is not set"))
        val words = mutableListOf("../ui/node_modules/@tauri-apps/cli/tauri.js", "android", "android-studio-script")
        if (release == true) {
            words += "--release"
        }
        words += listOf("--target", target ?: throw GradleException("target is not set"))
        execOperations.exec {
            workingDir(shell)
            executable("node")
            args(words)
        }.assertNormalExitValue()
    }
}
