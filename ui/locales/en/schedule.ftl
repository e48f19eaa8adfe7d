# Changing and cancelling sessions, days on which the program is closed.

schedule-change = Change day or time
schedule-cancel = Cancel session
schedule-scope = Which sessions?
schedule-scope-this = Only this one
schedule-scope-following = This one and all after it
schedule-scope-all = All of them
schedule-stays = What you logged stays as it is.
schedule-weekday-hint = The others move to the same weekday.
schedule-every = How often
schedule-every-same = As it is now
schedule-every-weeks =
    { $weeks ->
        [one] Every week
       *[other] Every { $weeks } weeks
    }
schedule-every-short = every { $weeks } weeks
schedule-changed = Your change is saved.
schedule-changed-overlaps = Your change is saved. It is at the same time as another session.
schedule-cancel-about = Use this when the program cancels a session.
schedule-cancel-this = It stays in your calendar as cancelled.
schedule-cancel-others = They leave your calendar. What you logged stays.
schedule-cancelled = Cancelled.
schedule-moved-from = Moved from { $day }
schedule-closed = The program is closed
schedule-closed-for = Closed: { $reason }
schedule-overlaps = Two sessions at the same time

treatment-view-closures = Days off
treatment-view-closures-text = Holidays and other days when the program is closed
closure-about = Sessions on these days are cancelled. Take the days back out, and the sessions come back.
closure-add = Add days off
closure-edit = Change days off
closure-none = No days off yet
closure-none-text = Add holidays, or days when the program is closed.
closure-from = First day
closure-to = Last day
closure-reason = Why
closure-reason-hint = Such as a holiday or snow.
closure-level = Program
closure-span = { $from } – { $to }
closure-cancels =
    { $count ->
        [0] No sessions on these days
        [one] 1 session cancelled
       *[other] { $count } sessions cancelled
    }
closure-saved =
    { $count ->
        [0] Saved. No sessions on these days.
        [one] Saved. 1 session is cancelled.
       *[other] Saved. { $count } sessions are cancelled.
    }
closure-lift = Open again
closure-lifted = The program is open on these days again.
