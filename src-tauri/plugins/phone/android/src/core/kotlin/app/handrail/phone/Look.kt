package app.handrail.phone

import android.content.res.Configuration
import android.os.Build

/** What Android adds to the weight of every text where the client asked for bold text. */
private const val BOLD = 300

/** Whether the client asked for bold text. Before Android 12 nobody could. */
internal fun isBold(configuration: Configuration): Boolean =
    Build.VERSION.SDK_INT >= Build.VERSION_CODES.S &&
        configuration.fontWeightAdjustment != Configuration.FONT_WEIGHT_ADJUSTMENT_UNDEFINED &&
        configuration.fontWeightAdjustment >= BOLD
