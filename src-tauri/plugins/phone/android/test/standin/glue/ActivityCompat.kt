package androidx.core.app

import android.app.Activity
import android.content.Context
import android.os.Process

object ActivityCompat {
    fun checkSelfPermission(context: Context, permission: String): Int =
        context.checkPermission(permission, Process.myPid(), Process.myUid())

    @Suppress("UNUSED_PARAMETER")
    fun shouldShowRequestPermissionRationale(activity: Activity, permission: String): Boolean = false
}
