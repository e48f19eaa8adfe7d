# Reminders: what will appear, what appeared, and whether it gets through.

reminders-works = As far as Handrail can tell, reminders reach you on this device.
reminders-not-asked = Reminders are not allowed yet
reminders-denied = This device does not let reminders through
reminders-refused = The last reminder could not be shown
reminders-do-allow = This device asks you first. While Handrail is locked, the words say nothing of treatment.
reminders-do-settings = Look for notifications in the device’s settings and allow them for Handrail. “Do not disturb” may also hold them back. Then try it here.
reminders-do-none = Some computers have no program that shows notices. There, no reminders can appear. What comes up is still listed here.
reminders-allow = Allow reminders
reminders-allowed = Reminders can appear now.
reminders-show-now = Show one now
reminders-shown = One was sent just now. If you do not see it, look for “do not disturb” in the device’s settings.
reminders-not-shown = It did not get through.
# After Welcome.
reminders-not-through = Reminders do not get through on this device yet. Under More, Reminders says what to do.

reminders-coming = The next seven days
reminders-today = { $today }, { $day }
reminders-when = { $day }, { $time }
reminders-snoozed-mark = Comes again
reminders-asks-mark = You can answer yes or no
reminders-locked-body = While locked: { $words }
reminders-more =
    { $count ->
        [one] Show 1 more
       *[other] Show { $count } more
    }
reminders-none = Nothing is coming up
reminders-none-text = In the next seven days nothing will appear.

reminders-kept-back = Kept back by quiet hours
reminders-kept-back-why = Quiet hours leave no time for these, so they do not appear.

reminders-lately = Shown lately
reminders-what = { $name }, { $when }
reminders-yes-label = Yes, I was there: { $what }
reminders-no-label = No, I was not there: { $what }
reminders-answered-yes = Logged: you were there.
reminders-answered-no = Logged: you were not there.
reminders-snooze = Remind me again
reminders-snooze-label = Remind me again: { $what }
reminders-evening = At 7 pm. Later than that: in an hour
reminders-tomorrow = At 9 am
reminders-snoozed =
    { $wait ->
        [ten_minutes] It comes again in 10 minutes.
        [hour] It comes again in an hour.
        [evening] It comes again this evening.
       *[tomorrow] It comes again tomorrow.
    }

# Also on Today.
reminders-missed =
    { $count ->
        [one] 1 reminder came while Handrail was off
       *[other] { $count } reminders came while Handrail was off
    }
reminders-seen = Seen
reminders-missed-seen = Noted as seen.

reminders-choose = What you can choose
reminders-rules = What reminds
reminders-quiet = Quiet hours
reminders-own = New reminder of my own

reminders-background = When the window is closed
reminders-background-text = On a computer, reminders come only while Handrail runs, also when it is locked.
reminders-background-demo = Made-up data changes nothing on this device.
reminders-keep-running = Keep running when the window is closed
reminders-closed = Now, closing the window ends Handrail, and no reminders come.
reminders-back-tray = Handrail’s icon on the screen brings the window back.
reminders-back-start = Start Handrail again to bring the window back.
reminders-at-login = Start when I log in to this device
reminders-at-login-hint = It starts locked and without a window.

# On the page of privacy.
reminders-locked = Reminders while locked
reminders-locked-switch = Remind me while locked
reminders-locked-hint = Also after this device was restarted, before you unlock.
reminders-locked-file = For this, a small file beside your record is not locked. It is called handrail.reminders.
reminders-locked-holds = It holds when reminders come, the day or time they speak of, which of them ask if you were there, what came, what you put off or answered since you locked, your quiet hours, and codes that mean nothing by themselves.
reminders-locked-tells = Someone who reads it learns that Handrail is here and when it reminds you. It has no names and none of your words, and does not say what a reminder is about.
reminders-locked-off = Switched off, the file is deleted. Then no reminders come while Handrail is locked, and you are not told which ones you missed.
