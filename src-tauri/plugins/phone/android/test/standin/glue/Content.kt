package androidx.core.content

import android.content.ContentProvider
import android.content.ContentValues
import android.content.Context
import android.content.SharedPreferences
import android.database.Cursor
import android.net.Uri
import java.io.File

fun SharedPreferences.edit(action: SharedPreferences.Editor.() -> Unit) = edit().apply(action).apply()

open class FileProvider : ContentProvider() {
    override fun onCreate() = true

    override fun query(uri: Uri, a: Array<String>?, b: String?, c: Array<String>?, d: String?): Cursor? = null

    override fun getType(uri: Uri): String? = null

    override fun insert(uri: Uri, values: ContentValues?): Uri? = null

    override fun delete(uri: Uri, a: String?, b: Array<String>?) = 0

    override fun update(uri: Uri, values: ContentValues?, a: String?, b: Array<String>?) = 0

    companion object {
        @JvmStatic
        @Suppress("UNUSED_PARAMETER")
        fun getUriForFile(context: Context, authority: String, file: File): Uri =
            Uri.parse("content://$authority/shared/${file.name}")
    }
}
