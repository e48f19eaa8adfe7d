# Check-ins over weeks and months, beside what was attended. It counts; it says nothing about causes.

trend-title = Check-ins
trend-span = How far back
trend-span-weeks = 12 weeks
trend-span-months = 12 months
trend-span-all = All
trend-limit = The last 11 years are shown here. Day by day goes back further.
trend-add = Add a check-in
trend-empty = No check-ins yet
trend-empty-text = After the first one you see here how your days went.
trend-none = No check-ins in this time.
trend-how = How I was
trend-went = What I went to
trend-beside = Side by side. One need not cause the other.
trend-picture = { $what }, over time. The table has the same numbers.
trend-table = The same as a table
trend-table-of = { $what }, as a table
trend-week = Week of
trend-month = Month
trend-days = Check-ins
trend-mood = Mood
trend-mood-scale = Mood, 1 to 5
trend-craving = Craving
trend-craving-scale = Craving, 0 to 10
trend-sleep = Sleep
trend-halt = Days I was
trend-days-most =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
trend-use = Days I told about
trend-used = used
trend-not-used = did not use
trend-treatment = Hours of treatment
trend-meetings = Support groups
trend-meetings-most =
    { $count ->
        [one] 1 group
       *[other] { $count } groups
    }
trend-average = Mood, craving and sleep are averages of the days you told about. A gap means: nothing told.
trend-scores = Questionnaires
trend-scores-text = PHQ-9, GAD-7 and BAM: short forms that many programs use.
trend-slips = Slips
trend-slips-text = What you wrote down of one
trend-day-by-day = Day by day
trend-earlier-month = Earlier month
trend-later-month = Later month
trend-month-none = No check-ins in this month.
