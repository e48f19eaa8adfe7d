# Words that appear outside the app. They say nothing of treatment.
notice-title = Handrail
notice-upcoming = You have something at { $time }.
notice-upcoming-day = You have something at { $time } on { $day }.
notice-past = You had something at { $time }.
notice-past-day = You had something at { $time } on { $day }.
notice-due-today = You have something for today.
notice-due-tomorrow = You have something for tomorrow.
notice-due = You have something for { $day }.
notice-asks = You had something until { $time }. Were you there?
notice-weekday-monday = Monday
notice-weekday-tuesday = Tuesday
notice-weekday-wednesday = Wednesday
notice-weekday-thursday = Thursday
notice-weekday-friday = Friday
notice-weekday-saturday = Saturday
notice-weekday-sunday = Sunday
notice-missed =
    { $count ->
        [one] 1 reminder came while this device was off.
       *[other] { $count } reminders came while this device was off.
    }
notice-ended = Open Handrail so that reminders go on.
notice-test = This is how a reminder looks.
# Its buttons.
notice-yes = Yes
notice-no = No
notice-snooze-ten = In 10 minutes
notice-snooze-hour = In an hour
notice-snooze-evening = This evening
notice-snooze-tomorrow = Tomorrow
# In a calendar file for other programs.
notice-calendar-title = Appointment
notice-calendar-reminder = Coming up
# The icon in the panel while Handrail goes on without a window.
notice-tray-open = Open
notice-tray-lock = Lock
notice-tray-quit = Quit
