# Treatment: the calendar's looks, and what is planned of the path.

calendar-look = How to look at it
calendar-week = Week
calendar-month = Month
calendar-list = List
calendar-month-before = Month before
calendar-month-after = Month after
calendar-today = Today
calendar-marks = What the marks mean
calendar-part = Part of it
calendar-ahead = Coming up
calendar-asked = No answer yet
calendar-without = Not held or not there
calendar-day =
    { $count ->
        [0] { $day }, no sessions
        [one] { $day }, 1 session
       *[other] { $day }, { $count } sessions
    }
calendar-day-closed = { $day }, closed
calendar-day-empty = No sessions on this day.
calendar-closed = The program is closed.
calendar-closed-for = The program is closed: { $reason }
calendar-earlier = Show earlier
calendar-later = Show later
calendar-none-ahead = Nothing is planned in these weeks.

path-in-days =
    { $days ->
        [one] That is tomorrow.
       *[other] That is in { $days } days.
    }
path-in-weeks = That is in { $weeks } weeks.
path-days =
    { $days ->
        [one] 1 day a week
       *[other] { $days } days a week
    }
path-days-hours = { $days } · { $hours }
path-no-days = No set days
path-span-weeks =
    { $weeks ->
        [one] { $span } · 1 week
       *[other] { $span } · { $weeks } weeks
    }
path-next-about = Plan it ahead, or add one you had before. Each level runs until the next begins.
path-edit = More
path-edit-level = More about { $level }
path-level = Level of care
path-parts = Parts
path-parts-about = Many programs step down: fewer days as you go.
path-part-plan = Plan a part
path-part-about = Other days from a day on. What you logged stays.
path-part-weeks = Leave empty to go on until the next part, or the end.
path-part-planned = The part is planned.
path-part-remove = Delete the part { $part }, { $span }
path-part-removed = Part deleted. The one before goes on.
path-end = How it ends
path-end-about = Ending early or going on longer? Set the last day. What you logged stays.
path-last-day = Last day
path-end-save = Set the last day
path-end-open = As first planned
path-hours = How hours count
path-counted = What counts toward your hours
path-counted-about = Your program can tell you.
path-edition = Hours of the level come from
path-edition-hint = The book that programs in the United States go by.
