# Treatment: care, sessions, hours, the path. Also the words for the codes that
# other rooms show: kinds of sessions, states, levels, age groups, programs.

kind-individual = Individual counseling
kind-group = Group therapy
kind-family = Family therapy
kind-education = Education
kind-drug_test = Drug test
kind-case_management = Case management
kind-medication_visit = Medication visit
kind-psychiatric_visit = Psychiatric visit
kind-other = Other

state-planned = Planned
state-attended = Attended
state-attended_in_part = Attended part of it
state-excused = Excused
state-missed = Missed
state-cancelled = Cancelled by the program

level-partial_hospitalization = Partial hospitalization
level-intensive_outpatient = Intensive outpatient
level-outpatient = Outpatient
level-aftercare = Aftercare

age-adult = Adult
age-adolescent = Under 18

template-iop-evening = Evening program
template-iop-evening-about = Leaves the day free for work or school.
template-iop-morning = Morning program
template-iop-morning-about = Leaves the evening free for work or family.
template-iop-full = Five-day program
template-iop-full-about = A fuller week, with the afternoons free.
template-php = Day program
template-php-about = Most of the day on weekdays. Often the step after a hospital stay.
template-outpatient = Weekly session
template-outpatient-about = One session a week, often after a fuller program.
template-step-down = Step-down program
template-step-down-about = Starts with more days and has fewer as you go.
template-own = My own schedule
template-own-about = Set the days and times yourself.

treatment-start-title = Your program
treatment-start-below = Pick the closest one. You can change everything next.
treatment-rhythm =
    { $days ->
        [one] 1 day a week, { $each }
       *[other] { $days } days a week, { $each } each
    }
treatment-rhythm-down =
    { $third ->
        [one] { $first }, then { $second }, then 1 day a week, { $each } each
       *[other] { $first }, then { $second }, then { $third } days a week, { $each } each
    }
treatment-weekly = { $hours } a week
treatment-weekly-down = { $first } down to { $last } a week
treatment-usual-weeks = usually { $weeks } weeks
treatment-usual-open = no set end

treatment-level = Level of care
treatment-phase = Part { $number }
treatment-days = Days
treatment-no-days = Pick the days you go.
treatment-same-time = Same time every day
treatment-starts-at = Starts at
treatment-length = How long
treatment-kind = What it is
treatment-day-again = { $day }, again
treatment-add-to-day = Another on { $day }
treatment-target-field = Goal for a week
treatment-target-hint = Your days add up to { $scheduled }.
treatment-weeks = Weeks
treatment-weeks-open = Leave empty if there is no set end.
treatment-add-phase = Add a part with other days
treatment-first-day = First day
treatment-first-day-hint = Already going? Give the day you began.
treatment-first-day-follows = What you are in now ends the day before.
treatment-first-today = Today
treatment-first-monday = Monday, { $date }
treatment-zone = Time zone
treatment-zone-hint = Where the program is.
treatment-zone-search = Search for a city
treatment-zone-device = { $zone } · this device
treatment-zone-none = Nothing found. Try the nearest big city.
treatment-age = Age
treatment-age-hint = Programs for people under 18 ask for fewer hours.
treatment-provider = Where you go
treatment-provider-fold = Name, phone, address, link
treatment-provider-name = Name of the program
treatment-provider-phone = Phone
treatment-provider-address = Address
treatment-provider-room = Room or group
treatment-provider-link = Link to join online
treatment-provider-link-hint = It starts with https://
treatment-start-save = Save my program
treatment-started = Your program is set.

treatment-logged = { $kind }: { $state }
treatment-logged-hours = { $kind }: { $state }, { $hours }

level-partial_hospitalization-short = PHP
level-intensive_outpatient-short = Intensive outpatient
level-outpatient-short = Outpatient
level-aftercare-short = Aftercare

treatment-tab-calendar = Calendar
treatment-tab-hours = Hours
treatment-tab-path = Path
treatment-tab-more = More
treatment-empty = No program yet
treatment-empty-text = Set the days you go. Then your calendar, hours and path show up here.

treatment-week-before = Week before
treatment-week-after = Week after
treatment-this-week = This week
treatment-to-this-week = Back to this week
treatment-week-span = { $from } – { $to }
treatment-week-empty = No sessions this week.
treatment-week-number = Week { $week }
treatment-hours-of = { $attended } of { $target }
treatment-today = Today, { $day }
treatment-going-on = Going on now
treatment-state-hours = { $state }, { $hours }

treatment-not-answered = No answer yet
treatment-ahead-ask = Do you know already?
treatment-no-count = This does not count toward your hours.
treatment-note = Private note
treatment-note-hint = Only you can see this.
treatment-deleted = Session deleted.
treatment-add = Add a session
treatment-add-about = One that is not part of your usual week.
treatment-added = { $kind } added, { $when }
treatment-day = Day

treatment-since = { $level } · since { $date }
treatment-without = Missed or excused
treatment-hours-missed = { $hours } missed
treatment-hours-excused = { $hours } excused
treatment-hours-none = Your hours show up here once your program has begun.
treatment-weeks-earlier = Earlier weeks
treatment-weeks-later = Later weeks
treatment-weeks-shown = Weeks { $from } – { $to }
treatment-weeks-all = Show all { $count } weeks
standing-ahead = Coming up
standing-now = This week
standing-reached = Reached
standing-waiting = Waiting for your answer
standing-free = Closed
standing-below = Under the target
standing-step_down = Step-down, as planned

treatment-path = Your path
treatment-path-now = Now
treatment-path-done = Completed
treatment-path-starts = Starts { $date }
treatment-path-week = Week { $week }
treatment-path-left =
    { $left ->
        [one] Week { $week } of { $weeks } · 1 week left
       *[other] Week { $week } of { $weeks } · { $left } weeks left
    }
treatment-path-last = Week { $week } of { $weeks } · the last week
treatment-path-next-phase = Next: { $hours } a week from { $date }.
treatment-path-next-episode = Next: { $level } from { $date }.
treatment-from = From { $from }
treatment-span = { $from } – { $to }
treatment-days-times = Days and times
treatment-days-none = No weekly sessions.
treatment-slot-days = { $days } · { $time }
treatment-zone-of = Times are { $zone }.
treatment-range =
    { $edition ->
        [3] { $level }: { $span } (ASAM { $asam }, 3rd edition)
       *[other] { $level }: { $span } (ASAM { $asam }, { $edition }th edition)
    }
treatment-range-plain = { $level }: { $span }
treatment-range-least = { $least } a week or more
treatment-range-below = under { $below } a week
treatment-range-between = { $least } to under { $below } a week
treatment-provider-none = Nothing here yet.
treatment-provider-edit = Change
treatment-provider-add = Add where you go
treatment-change = Change days and times
treatment-change-short = Change days
treatment-change-from = From which day
treatment-change-until = It holds until { $date }, when the next part begins. What you logged stays.
treatment-change-end = It holds until the planned end, { $date }. What you logged stays.
treatment-change-open = It holds from then on. What you logged stays.
treatment-changed = Your days are changed.
treatment-delete-level = Delete { $level }
treatment-deleted-level = { $level } deleted, with its sessions.
treatment-next-level = The next step
treatment-next-level-about = When you move to another level of care, start it here.
treatment-next-level-start = Start the next level
treatment-learn = Levels of care explained
treatment-learn-about = PHP, IOP, outpatient and aftercare, side by side
