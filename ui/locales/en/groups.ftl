# Support groups: the log, usual meetings, what is asked.

groups-title = Groups
groups-log = Log a meeting
groups-log-edit = This meeting
groups-empty = No meetings yet
groups-empty-text = Log one you went to. Or add the ones you usually go to: then one tap is enough.

groups-standing = Support groups
groups-week-beside = this week
groups-total =
    { $count ->
        [0] None logged yet
        [one] 1 meeting in all
       *[other] { $count } meetings in all
    }

groups-were-you-there = Were you there?
groups-usual = Usual meetings
groups-usual-none = Add the meetings you usually go to. Then one tap logs them.
groups-usual-add = Add a usual meeting
groups-usual-edit = Usual meeting
groups-usual-edit-name = Edit { $name }
groups-usual-remove-hint = If you delete it, what you logged stays.
groups-usual-removed = Taken out of your usual meetings.
groups-was-there = I was there
groups-was-there-on = I was there, { $day }
groups-usual-above = The one that you have stands above.
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

groups-place-hint = A church, a clinic, a street
groups-more = More about it
groups-more-detail = Link, number and kinds
groups-link = Link to join online
groups-link-hint = It begins with https://
groups-phone = Number to join by phone
groups-kinds = What kind of meeting
groups-home = My home group
groups-home-label = Home group
groups-remind = Remind me before it begins
groups-closed = Not held for now
groups-closed-label = Not held for now
groups-zone = Day and time are those of { $zone }.
groups-join = Join
groups-list-gone = The list does not have it any more.
groups-list-closed = The list says: not held for now.
groups-list-reopened = It is held again, the list says.
groups-list-changed = The list says: { $day }, { $time }.
groups-list-changed-place = The list says: { $day }, { $time }, { $place }.
groups-list-take = Use what the list says
groups-list-keep = Keep mine
groups-list-taken = Changed as the list says.
groups-list-kept = It stays as it is.
groups-signature = Signature
groups-signature-detail = Someone of the group can sign here
groups-signature-hint = Only if they want to. You can also leave it empty and let them sign on paper.
groups-signer = Their first name or initials
groups-signed = Signed
groups-signed-by = Signed by { $name }
groups-signature-remove = Remove the signature
groups-signature-removed = The signature is removed.
groups-signature-goes = Another group, day or time was not signed: saving removes the signature.
groups-counts = How many
groups-counts-of = Group
groups-counts-week = This week
groups-counts-month = This month
groups-counts-total = In all
groups-counts-all = All groups
groups-go-find = Find a meeting
groups-go-find-detail = By day, time, place or kind
groups-go-asked = What is asked of me
groups-go-asked-detail = Meetings, sessions, hours; goals and pauses
groups-go-recovery = Days and chips
groups-go-recovery-detail = Recovery date, anniversaries
groups-go-steps = Sponsor, steps and service
groups-go-steps-detail = Who, which step, what I help with
groups-go-record = Attendance record
groups-go-record-detail = For a court, a program, a therapist
groups-goal = { $meetings } in { $days }
groups-goal-line = { $done } of { $meetings } meetings, day { $day } of { $days }
groups-goal-reached = Reached: { $done } of { $meetings } meetings
groups-goal-begins = Begins { $day }
groups-goal-over = { $done } of { $meetings } meetings in { $days } days

kind-of-meeting-open = Open to all
kind-of-meeting-closed = Closed
kind-of-meeting-newcomer = Newcomers
kind-of-meeting-women = Women
kind-of-meeting-men = Men
kind-of-meeting-lgbtq = LGBTQ
kind-of-meeting-young_people = Young people
kind-of-meeting-seniors = Seniors
kind-of-meeting-people_of_color = People of color
kind-of-meeting-native_american = Native American
kind-of-meeting-professionals = Professionals
kind-of-meeting-secular = Secular
kind-of-meeting-spanish = In Spanish
kind-of-meeting-english = In English
kind-of-meeting-other_language = Another language
kind-of-meeting-sign_language = Sign language
kind-of-meeting-speaker = Speaker
kind-of-meeting-discussion = Discussion
kind-of-meeting-literature = Literature
kind-of-meeting-step_study = Step study
kind-of-meeting-tradition_study = Tradition study
kind-of-meeting-meditation = Meditation
kind-of-meeting-dual_diagnosis = Dual diagnosis
kind-of-meeting-candlelight = Candlelight
kind-of-meeting-social = Meal or birthday
kind-of-meeting-wheelchair = Wheelchair access
kind-of-meeting-child_friendly = Children welcome
kind-of-meeting-outdoor = Outdoors
kind-of-meeting-fragrance_free = Fragrance free
kind-of-meeting-smoking = Smoking allowed
kind-of-meeting-proof_of_attendance = Gives proof of attendance
