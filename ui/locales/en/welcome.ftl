# The first minute.

welcome-title = Hello. This is Handrail.
welcome-what = It keeps your treatment hours, support groups and plan in one place, and it is there in a hard moment.
welcome-private = Nothing leaves this device. No account, no network.
welcome-aside =
    { $count ->
        [one] A record was put aside on this device. You can put it back under “I have a backup”.
       *[other] { $count } records were put aside on this device. You can put one back under “I have a backup”.
    }
welcome-in-english = Everything in English
welcome-in-spanish = Todo en español
welcome-start = Start

welcome-passphrase-title = Choose a passphrase
welcome-passphrase-text = It locks your record. You type it when you open Handrail.
welcome-passphrase-reset = Nobody can reset it for you, not even us. On the next page you get a recovery key for the day you forget it.

welcome-reminder-title = A reminder before sessions?
welcome-reminder-text = It says nothing of treatment. This is all that anyone sees:
welcome-reminder-on = Remind me before a session
welcome-keep-running = Keep running when the window is closed
welcome-keep-running-hint = So that reminders come. On a computer they come only while Handrail runs.
welcome-finish = Go to Today
