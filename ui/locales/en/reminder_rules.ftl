# What reminds, when and in which words; quiet hours; reminders of one's own.

remrule-title = What reminds
remrule-off = Off
remrule-group-treatment = Treatment
remrule-group-groups = Groups
remrule-group-me = Me
remrule-group-record = Record
remrule-group-own = My own

remrule-session = Sessions
remrule-meeting = Usual meetings
remrule-requirement = Meetings asked of you
remrule-call_line = Line to call
remrule-homework = Homework
remrule-medication = Medication
remrule-check_in = Check-in
remrule-mooring = Mooring lines
remrule-plan_review = Review of my plan
remrule-aftercare = Aftercare steps
remrule-anniversary = Marks and anniversaries
remrule-authorization = Coverage that ends
remrule-backup = Copy of my record
remrule-own = My own reminders

remrule-about-session = Before each session. Not for one that is cancelled.
remrule-about-meeting = Before the usual meetings you chose to be reminded of. Each has a time of its own: set it where you change the meeting.
remrule-about-requirement = Before the day by which meetings are asked of you, while some are still to go.
remrule-about-call_line = In the hours in which you are to call, until you note the call that day.
remrule-about-homework = Before the day it is due, until it is done.
remrule-about-medication = Every day, until you switch it off.
remrule-about-check_in = Every day, until you have checked in that day.
remrule-about-mooring = For the last day of your week, until you have gone through your lines.
remrule-about-plan_review = For the day you set to look at your plan again.
remrule-about-aftercare = For the day of each step, until it is done.
remrule-about-anniversary = For the marks and anniversaries of your recovery dates.
remrule-about-authorization = Before the last covered day, until a new authorization follows it.
remrule-about-backup = When you have saved no copy for some time, until you save one.
remrule-about-own = For the days and times you set.

remrule-on = Remind me
remrule-when = When
remrule-when-meeting = More reminders for each of these meetings, beside its own.
remrule-meetings = Go to my meetings
remrule-each-meeting = As set for each meeting
remrule-lead-add = Add a time
remrule-lead-new = Another time
remrule-lead-change = Change the time
remrule-lead-removed = Removed.
remrule-lead-kind = Remind me
remrule-lead-kind-before = Shortly before
remrule-lead-kind-at = On a day before
remrule-lead-day = Which day
remrule-lead-other = Another day
remrule-lead-days = Days before
remrule-lead-days-hint = Up to 60 days.
remrule-lead-time = At what time

remrule-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
remrule-before = { $lead } before
remrule-begins = As it begins
remrule-its-time = At the time you set
remrule-opens = As it opens
remrule-closes = As it closes
remrule-before-closes = { $lead } before it closes
remrule-day =
    { $days ->
        [0] On the day
        [one] The day before
       *[other] { $days } days before
    }
remrule-at =
    { $days ->
        [0] On the day at { $time }
        [one] The day before at { $time }
       *[other] { $days } days before at { $time }
    }
remrule-evening = The evening before at { $time }
remrule-due = When it is due, at { $time }
remrule-week-ends = On the last day of your week at { $time }
remrule-every-day = Every day at { $time }

remrule-words = What it says
remrule-words-neutral = Neutral words
remrule-words-neutral-detail = They say nothing of treatment.
remrule-words-own = My own words
remrule-words-own-detail = Only while Handrail is unlocked.
remrule-words-change = Change my words
remrule-words-label = The words of the reminder
remrule-words-warning = Anyone near this device can read them. They appear only while Handrail is unlocked; while it is locked, the neutral words appear.
remrule-preview = How it looks
remrule-preview-open = While Handrail is unlocked
remrule-preview-locked = While Handrail is locked
remrule-preview-never = Nothing appears: you chose no reminders while it is locked.
remrule-words-of-each = Each one has its own words. Set them in the reminder.
remrule-how = Sound and answers
remrule-sound = With a sound
remrule-ask = Ask afterwards if I was there
remrule-ask-hint = You can answer in the reminder, where this device shows buttons.
remrule-reset = As at the start
remrule-reset-done = It is as it was at the start.

remrule-quiet = Quiet hours
remrule-quiet-none = None. Reminders come at any time.
remrule-quiet-about = A reminder that falls into quiet hours comes when they end. If that is too late, it comes just before they begin.
remrule-quiet-days = Days
remrule-quiet-same = All days the same
remrule-quiet-each = Day by day
remrule-quiet-on = Quiet hours
remrule-quiet-from = From
remrule-quiet-until = Until
remrule-quiet-next = Ends the next day, { $day }, at { $time }.
remrule-quiet-next-day = Ends the next day at { $time }.
remrule-quiet-whole = The whole day.
remrule-quiet-whole-from = A whole day: it ends the next day at { $time }.
remrule-quiet-always = It is always quiet. No reminder will appear.
remrule-quiet-daily = Every day, { $hours }
remrule-quiet-varied = Every day, not at the same hours
remrule-quiet-some =
    { $count ->
        [one] On { $day }
       *[other] On { $count } days of the week
    }

remrule-own-add = Add a reminder
remrule-own-none = Remind yourself of anything: a call, a refill, a walk.
remrule-own-over = Over
remrule-own-new = New reminder
remrule-own-change = Change the reminder
remrule-own-text = What it is about
remrule-own-shows = Show this text in the reminder
remrule-own-shows-hint = Anyone near this device can read it. While Handrail is locked, neutral words appear.
remrule-own-day = Day
remrule-own-first-day = First day
remrule-own-time = Time
remrule-own-ends = Last day
remrule-own-ends-hint = Empty: until you take it away.
remrule-own-removed = Reminder removed.
remrule-own-off = Your own reminders are switched off. This one appears once you switch them on.
remrule-own-switch = How they remind
