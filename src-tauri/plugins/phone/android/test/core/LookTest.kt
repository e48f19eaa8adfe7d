package app.handrail.phone

import android.content.res.Configuration
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
class LookTest {
    @Test
    @Config(sdk = [35])
    fun `bold text is what the client asked for in the settings`() {
        val undefined = Configuration.FONT_WEIGHT_ADJUSTMENT_UNDEFINED
        val bold = listOf(undefined, 0, 299, 300, 400).associateWith { weight ->
            isBold(Configuration().apply { fontWeightAdjustment = weight })
        }
        assertEquals(mapOf(undefined to false, 0 to false, 299 to false, 300 to true, 400 to true), bold)
    }

    @Test
    @Config(sdk = [24])
    fun `an Android that has no bold text is asked for none`() = assertFalse(isBold(Configuration()))
}
