## A session: what else is kept of it
session-more = More about it
session-more-text = Topic, homework, who led it
session-late = Minutes late
session-left-early = Minutes you left early
session-late-hint = Leave the length empty, and it follows from these.
session-topic = Topic
session-led-by = Led by
session-homework = Homework
session-homework-due = Due by
session-homework-done = Done
session-makes-up = Makes up
session-makes-up-none = No other session
session-makes-up-one = { $kind }, { $day } · { $left } left
session-left = { $left } to make up
session-left-none = All made up
session-made-up-by = Made up: { $list }
session-made-up-planned = { $day }, planned
session-made-up-hours = { $day }, { $hours }
session-plan-make-up = Plan a make-up session
session-plan-for = Makes up { $kind }, { $day }

## Homework on Today
homework = Homework
homework-due = Due { $day }
homework-was-due = Was due { $day }
homework-from = From { $kind }, { $day }
homework-finished = Homework done

## What is owed
make-up = { $count ->
    [one] { $count } session to make up
   *[other] { $count } sessions to make up
}
make-up-hours = { $hours } in all
make-up-all = Show all { $count }
make-up-left = { $day } · { $left } left

## Hours: totals and kinds
hours-kind = Kind
hours-kind-all = All that count
hours-scheduled = Planned
hours-no-count = does not count
hours-legend-attended = Attended
hours-legend-ahead = Still to come
hours-legend-waiting = Waiting for your answer
hours-totals = In all: { $program }
hours-phase = { $from } – { $to }
hours-phase-open = Since { $from }
hours-all-levels = All levels of care
hours-attended-of = { $attended } of { $scheduled }
hours-rate = Attendance
hours-rate-of = { $percent }% ({ $attended } of { $expected })
hours-made-up = Made up
hours-made-up-of = { $hours } made up
hours-owed = { $hours } to make up
hours-rate-about = Attendance is the sessions you went to, whole or in part, out of those you went to or missed. Sessions you were excused from, sessions the program cancelled, and sessions that wait for your answer are left out.

## Search
search-sessions = Search your sessions
search-words = Words to look for
search-hint = In topics, notes, homework and who led it.
search-none = Nothing found
search-none-text = Try fewer words, or only the beginning of one.
search-found = { $count ->
    [one] { $count } session found
   *[other] { $count } sessions found
}
search-found-more = The newest { $count } sessions
search-more = Show older ones
search-in-topic = Topic
search-in-note = Note
search-in-homework = Homework
search-in-led_by = Led by
treatment-view-search = Search
treatment-view-search-text = Find a session by its topic, notes or homework
