package androidx.activity.result

import android.content.Intent

class ActivityResult(val resultCode: Int, val data: Intent?)

class IntentSenderRequest

/** Keeps what was launched, for the test to answer. */
class ActivityResultLauncher<I>(val answer: (Any) -> Unit) {
    val launched = ArrayList<I>()

    fun launch(input: I) {
        launched += input
    }
}
