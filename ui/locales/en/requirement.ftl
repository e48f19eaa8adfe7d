# What is asked, pauses, goals.

asked-title = What is asked of me
asked-empty = Nothing is asked
asked-empty-text = For when a program, a court or your work asks for a number of meetings, sessions or hours, or when it is a goal of your own.
asked-add = Add what is asked
asked-edit = What is asked
asked-edit-name = Edit: { $name }
asked-by-me = My own
asked-by-program = Program
asked-by-court = Court
asked-by-employer = Work
asked-name = { $by }: { $what }
asked-what-support_groups-week =
    { $count ->
        [one] 1 meeting a week
       *[other] { $count } meetings a week
    }
asked-what-support_groups-month =
    { $count ->
        [one] 1 meeting a month
       *[other] { $count } meetings a month
    }
asked-what-fellowship-week =
    { $count ->
        [one] 1 { $name } meeting a week
       *[other] { $count } { $name } meetings a week
    }
asked-what-fellowship-month =
    { $count ->
        [one] 1 { $name } meeting a month
       *[other] { $count } { $name } meetings a month
    }
asked-what-individual_sessions-week =
    { $count ->
        [one] 1 individual session a week
       *[other] { $count } individual sessions a week
    }
asked-what-individual_sessions-month =
    { $count ->
        [one] 1 individual session a month
       *[other] { $count } individual sessions a month
    }
asked-what-treatment_minutes-week = { $hours } of treatment a week
asked-what-treatment_minutes-month = { $hours } of treatment a month
asked-of-week = of { $asked } this week
asked-of-month = of { $asked } this month
asked-of-week-make-up = of { $asked } this week, { $owed } to make up
asked-of-month-make-up = of { $asked } this month, { $owed } to make up
asked-due = { $left } to go by { $day }
asked-done-week = All done for this week.
asked-done-month = All done for this month.
asked-nothing = Nothing is due now.
asked-settle = By { $day }: { $left } in all.
asked-settle-make-up = By { $day }: { $left } in all, { $owed } of them to make up.
asked-settled = By { $day }: nothing left.
asked-paused = A pause takes something out of it.
asked-begins = Counts from { $day }.
asked-over = Over since { $day }.
asked-would = These would count
asked-not-enough = With these, something is still left. Plan one more.
asked-none-planned = Nothing that would count is planned by then.
asked-who = Who asks
asked-counts = What counts
asked-counts-support_groups = Meetings of any support group
asked-counts-fellowship = Meetings of one kind of group
asked-counts-individual_sessions = Individual sessions
asked-counts-treatment_minutes = Hours of treatment
asked-amount = How many
asked-hours = How many hours
asked-period = How often
asked-period-week = Each week
asked-period-month = Each month
asked-due-day = Due by
asked-due-week = The last day of my week
asked-due-month = The end of the month
asked-due-day-of-month = Day { $day }
asked-starts = From when
asked-starts-hint = It counts from the first whole week or month.
asked-ends = Until when
asked-carries = What is left moves on
asked-carries-hint = If you go to fewer, the rest is added to the next one.
asked-court = Dates and make-ups
asked-court-detail = For a court: the last date, the next date
asked-make-ups = Make-ups count only after
asked-make-ups-hint = The last court date. What you go to after it makes up for what you missed.
asked-make-ups-carry = Make-ups count only where what is left moves on.
asked-owed-then = Still owed on that day
asked-owed-then-hint = If the court said a number. The count goes on from there.
asked-settle-by = All settled by
asked-settle-by-hint = The next court date, or the day of a report.
asked-removed = It is not asked any more.
asked-history = Week by week
asked-history-month = Month by month
asked-history-span = Dates
asked-history-asked = Asked
asked-history-done = Done
asked-history-made-up = Made up
asked-history-owed = Left
asked-history-paused = Paused
asked-history-said = Said on the last date: { $owed }
asked-history-none = The first one is not over yet.

pause-title = Pauses
pause-text = Illness or travel. A week that lies in a pause asks nothing; part of one asks less.
pause-add = Add a pause
pause-edit = Pause
pause-of = What is paused
pause-of-all = Everything
pause-from = First day
pause-to = Last day
pause-reason = Why
pause-reason-illness = Illness
pause-reason-travel = Travel
pause-reason-family = Family
pause-reason-other = Something else
pause-note = More to say
pause-removed = The pause is removed.

goal-title = Goals
goal-text = So many meetings in so many days.
goal-ninety = Start 90 in 90
goal-add = Another goal
goal-edit = Goal
goal-meetings = How many meetings
goal-days = In how many days
goal-from = From when
goal-of = Which groups
goal-of-any = Any group
goal-removed = The goal is removed.
goal-reached-on = Reached on { $day }.
goal-until = Until { $day }.
goal-over = The days are over. What you did stays counted, and you can begin another.
