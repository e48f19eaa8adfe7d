# The attendance record on paper. Read by the core alone.
paper-groups-title = Attendance record
paper-treatment-title = Record of treatment sessions
paper-name = Name
paper-case = Case number
paper-span = Dates
paper-span-of = { $from } to { $to }
paper-asked = Asked
paper-self-reported = Self-reported by the person who keeps this record. Handrail does not claim that a group, a program or a person confirmed any of it.
paper-signing = A group may decline to sign. A signature says only that someone was there; it does not mean that the group belongs to a program or a court.
paper-empty-groups = No meetings are recorded in these dates.
paper-empty-treatment = No sessions are recorded in these dates.
paper-date = Date
paper-time = Time
paper-group = Group
paper-place = Place or online
paper-kind = Kind
paper-note = Note
paper-notes = Notes
paper-signer = First name or initials
paper-signature = Signature
paper-planned = Planned
paper-attended = Attended
paper-state = Result
paper-signed = Signature, drawn on the screen
paper-signed-by = Signature of { $name }, drawn on the screen
paper-totals = Totals
paper-meetings =
    { $count ->
        [one] 1 meeting
       *[other] { $count } meetings
    }
paper-of = { $name }: { $count }
paper-sessions =
    { $count ->
        [one] 1 session attended
       *[other] { $count } sessions attended
    }
paper-hours = { $hours } attended
paper-standing = { $done } done of { $asked } asked, in the whole weeks or months of these dates that are over
paper-said = { $owed } still owed on { $day }, as was said then
paper-make-ups = Make-ups count after { $day }
paper-settle = All to be settled by { $day }
paper-paused = Paused: { $from } to { $to }
paper-unanswered =
    { $count ->
        [one] 1 more session is not answered yet and stands for nothing here
       *[other] { $count } more sessions are not answered yet and stand for nothing here
    }
paper-standing-left-out = Some meetings are left out of this record, so it does not count them against what is asked.
paper-standing-none = These dates hold no whole week or month that is over and in which something was asked.
paper-owed = Still to make up at the end: { $owed }
paper-minutes = { $hours } h { $minutes } min
paper-whole-hours = { $hours } h
paper-page = Page { $page } of { $pages }
paper-foot = Self-reported attendance record
paper-per-week =
    { $count ->
        [one] 1 a week
       *[other] { $count } a week
    }
paper-per-month =
    { $count ->
        [one] 1 a month
       *[other] { $count } a month
    }
paper-hours-week = { $hours } a week
paper-hours-month = { $hours } a month
paper-by-me = by myself
paper-by-program = by the program
paper-by-court = by a court
paper-by-employer = by the employer
paper-asked-line = { $what }, { $amount }, { $by }
paper-counts-support_groups = Support-group meetings
paper-counts-fellowship = { $name } meetings
paper-counts-individual_sessions = Individual sessions
paper-counts-treatment_minutes = Hours of treatment
paper-month-1 = Jan
paper-month-2 = Feb
paper-month-3 = Mar
paper-month-4 = Apr
paper-month-5 = May
paper-month-6 = Jun
paper-month-7 = Jul
paper-month-8 = Aug
paper-month-9 = Sep
paper-month-10 = Oct
paper-month-11 = Nov
paper-month-12 = Dec
paper-day = { $weekday } { $month } { $day }, { $year }
paper-weekday-monday = Mon
paper-weekday-tuesday = Tue
paper-weekday-wednesday = Wed
paper-weekday-thursday = Thu
paper-weekday-friday = Fri
paper-weekday-saturday = Sat
paper-weekday-sunday = Sun
paper-state-attended = Attended
paper-state-attended_in_part = Attended in part
paper-state-excused = Excused
paper-state-missed = Missed
