package app.handrail.phone

/** What Gradle makes of src/main/res. */
object R {
    object drawable {
        const val phone_notice = 0x7f010001
    }

    object string {
        const val phone_reminders = 0x7f020001
        const val phone_reminders_quiet = 0x7f020002
    }
}
