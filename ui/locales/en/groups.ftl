# Support groups: the log, usual meetings, what is asked.

groups-title = Groups
groups-log = Log a meeting
groups-log-edit = This meeting
groups-empty = No meetings yet
groups-empty-text = Log one you went to. Or add the ones you usually go to: then one tap is enough.

groups-standing = Support groups
groups-week-beside = this week
groups-asked-beside = of { $asked } this week
groups-asked-beside-make-up = of { $asked } this week, { $owed } to make up
groups-asked-beside-over = this week, { $asked } asked
groups-asked-by = By { $day }
groups-asked-done = All done for this week.
groups-total =
    { $count ->
        [0] None logged yet
        [one] 1 meeting in all
       *[other] { $count } meetings in all
    }

groups-asked = Meetings asked of me
groups-asked-line =
    { $count ->
        [one] 1 a week
       *[other] { $count } a week
    }
groups-asked-line-carried =
    { $count ->
        [one] 1 a week; what is left moves to the next week
       *[other] { $count } a week; what is left moves to the next week
    }
groups-asked-none = Nothing set
groups-asked-about = For when a program, a court or your work asks for a number of meetings a week, or it is a goal of your own.
groups-asked-how-many = How many
groups-asked-unit = a week
groups-asked-from = From when
groups-asked-from-hint = It counts from the first whole week after this day.
groups-asked-carries = What is left moves to the next week
groups-asked-carries-hint = If you go to fewer, the rest is added to the next week.
groups-asked-remove = Take this away
groups-asked-removed = No number of meetings is asked now.

groups-were-you-there = Were you there?
groups-last-one = Last one
groups-usual = Usual meetings
groups-usual-none = Add the meetings you usually go to. Then one tap logs them.
groups-usual-add = Add a usual meeting
groups-usual-edit = Usual meeting
groups-usual-edit-name = Edit { $name }
groups-usual-remove-hint = If you delete it, what you logged stays.
groups-usual-removed = Taken out of your usual meetings.
groups-was-there = I was there
groups-was-there-name = I was there: { $name }, { $day }
groups-logged = Logged: { $name }, { $day }.
groups-logged-change = { $day }: logged. Change { $name }
groups-deleted = Deleted.

groups-went-to = Where I have been
groups-went-to-none = The meetings you log are listed here, week by week.
groups-this-week = This week
groups-last-week = Last week
groups-week-of = Week of { $day }
groups-count =
    { $count ->
        [one] 1 meeting
       *[other] { $count } meetings
    }
groups-older = Show older weeks

groups-fill-in = One of your usual meetings?
groups-fellowship = Kind of group
groups-choose = Choose one
groups-name = Name of the group
groups-date = Day
groups-weekday = Day of the week
groups-time = Starts at
groups-length = How long
groups-mode = How
groups-place = Where
groups-took = What I did there
groups-topic = What it was about
groups-note = Private note
groups-note-hint = Only for you.
groups-keep = Keep as a usual meeting
groups-keep-hint = Next time one tap logs it.

mode-in_person = In person
mode-online = Online
mode-phone = By phone

took-listened = Listened
took-shared = Shared
took-chaired = Chaired
took-service = Did service
took-sponsor_time = Time with my sponsor

fellowship-aa = AA
fellowship-na = NA
fellowship-ca = CA
fellowship-cma = CMA
fellowship-ha = HA
fellowship-smart_recovery = SMART Recovery
fellowship-life_ring = LifeRing
fellowship-women_for_sobriety = Women for Sobriety
fellowship-recovery_dharma = Recovery Dharma
fellowship-refuge_recovery = Refuge Recovery
fellowship-sos = SOS
fellowship-celebrate_recovery = Celebrate Recovery
fellowship-dual_recovery_anonymous = Dual Recovery
fellowship-moderation_management = Moderation Management
fellowship-al_anon = Al-Anon
fellowship-nar_anon = Nar-Anon
fellowship-alumni_group = Alumni group
fellowship-other = Other group

fellowship-long-aa = AA, Alcoholics Anonymous
fellowship-long-na = NA, Narcotics Anonymous
fellowship-long-ca = CA, Cocaine Anonymous
fellowship-long-cma = CMA, Crystal Meth Anonymous
fellowship-long-ha = HA, Heroin Anonymous
fellowship-long-smart_recovery = SMART Recovery
fellowship-long-life_ring = LifeRing
fellowship-long-women_for_sobriety = Women for Sobriety
fellowship-long-recovery_dharma = Recovery Dharma
fellowship-long-refuge_recovery = Refuge Recovery
fellowship-long-sos = SOS, Secular Organizations for Sobriety
fellowship-long-celebrate_recovery = Celebrate Recovery
fellowship-long-dual_recovery_anonymous = Dual Recovery Anonymous
fellowship-long-moderation_management = Moderation Management
fellowship-long-al_anon = Al-Anon
fellowship-long-nar_anon = Nar-Anon
fellowship-long-alumni_group = Alumni group of a program
fellowship-long-other = Another group

fellowship-kind-steps = Twelve steps
fellowship-kind-secular = Secular
fellowship-kind-faith = Faith-based
fellowship-kind-buddhist = Based on Buddhist practice
fellowship-kind-moderation = For drinking less; not abstinence-based
fellowship-kind-family = For family and friends
