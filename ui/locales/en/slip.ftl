# A slip, written down. Calm, short, and on to help.

slip-title = After a slip
slip-lead = This can stop here. Write down what you want to, or nothing but the day.
slip-help = What to do now, step by step
slip-when = When
slip-time = Time
slip-what = What it was
slip-led = What led to it
slip-led-hint = Where you were, who was there, how you felt.
slip-note = Anything else
slip-counts = Days I count
slip-counts-hint = What you choose begins anew the day after. All days before stay counted.
slip-count-days =
    { $count ->
        [one] 1 day so far
       *[other] { $count } days so far
    }
slip-in-check-in = My check-in of that day says so, too
slip-save = Write it down
slip-saved = Written down.
slip-done = It is written down. This can stop here.
slip-done-text = Saying it was hard, and you did. The next step is enough.
slip-people = People to call
slip-plan = My plan
slip-before = Written down before
slip-edit = What you wrote down
slip-edit-counts = To change the days you count, open “Days and chips” in Groups.
slip-deleted = Deleted.
slip-earlier = Show earlier
