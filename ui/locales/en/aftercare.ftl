# Aftercare: what is kept up after the program, what to see to before leaving it, and how long ago treatment began.

aftercare-title = Aftercare
aftercare-row = What goes on after the program
aftercare-empty = What goes on after the program?
aftercare-empty-text = Note what you want to keep up, and one small next step. A few lines are enough.
aftercare-add = Add to my plan
aftercare-change = Change
aftercare-list = What I keep up

area-groups = Support groups
area-therapy = Outpatient therapy
area-alumni = Alumni program
area-medication = Medication
area-doctor = Doctor
area-home = Home
area-work = Work or school
area-family = Family
area-health = Health
area-money = Money
area-joy = Joy
area-other = Something else

aftercare-area = What it is about
aftercare-text = What I keep up
aftercare-next-step = Next step
aftercare-next-step-hint = One small thing you can do.
aftercare-due-on = By when
aftercare-due-hint = What comes again needs a day to begin with.
aftercare-before-leaving = To see to before I leave the program
aftercare-note = Note

aftercare-next = Next
aftercare-due = Due { $day }
aftercare-was-due = Was due { $day }
aftercare-times =
    { $count ->
        [one] Done once, on { $day }
       *[other] Done { $count } times, last on { $day }
    }
aftercare-done = Done
aftercare-done-name = Done: { $name }
aftercare-edit-name = Change: { $name }
aftercare-finished = Noted as done.
aftercare-again = Noted as done. Next time: { $day }.
aftercare-done-list =
    { $count ->
        [one] 1 thing done
       *[other] { $count } things done
    }
aftercare-done-on = Done on { $day }
aftercare-reopen = Open again
aftercare-reopen-name = Open again: { $name }
aftercare-reopened = It is open again.
aftercare-removed = Removed.
aftercare-more = Other parts of life
aftercare-more-text = Nothing is here yet. Add what matters to you; leave the rest.

aftercare-groups-idea-1 = Two meetings a week
aftercare-groups-idea-2 = Find a home group
aftercare-groups-idea-3 = Ask someone to be my sponsor
aftercare-therapy-idea-1 = Therapy once a week
aftercare-therapy-idea-2 = Choose a therapist for afterwards
aftercare-alumni-idea-1 = Go to the alumni group
aftercare-alumni-idea-2 = Call the program once a month
aftercare-medication-idea-1 = Refill my prescription
aftercare-medication-idea-2 = Keep naloxone at home
aftercare-doctor-idea-1 = See my doctor for a check-up
aftercare-doctor-idea-2 = Talk about how I sleep
aftercare-home-idea-1 = A home where no one uses
aftercare-home-idea-2 = Ask about sober housing
aftercare-work-idea-1 = Talk with work about my hours
aftercare-work-idea-2 = Sign up for a class
aftercare-family-idea-1 = One evening a week with my family
aftercare-family-idea-2 = Family session with my therapist
aftercare-health-idea-1 = Walk three times a week
aftercare-health-idea-2 = See a dentist
aftercare-money-idea-1 = Make a list of what I owe
aftercare-money-idea-2 = Put a little aside every payday
aftercare-joy-idea-1 = One thing a week just for joy
aftercare-joy-idea-2 = Take up something I used to like

aftercare-leaving = Before I leave
aftercare-leaving-ends = Your program is planned to end on { $day }.
aftercare-leaving-text = A list for the last two weeks of a program.
aftercare-leaving-add = Add to this list
aftercare-leaving-left =
    { $count ->
        [0] Program ends { $day } · all seen to
        [one] Program ends { $day } · 1 thing left
       *[other] Program ends { $day } · { $count } things left
    }
aftercare-leaving-begin = Program ends { $day } · what is there to see to?
aftercare-leaving-idea-therapy = Set the first appointment for afterwards
aftercare-leaving-idea-medication = Get refills, and a list of my medicines
aftercare-leaving-idea-groups = Choose the meetings I will go to
aftercare-leaving-idea-family = Tell my people when the program ends
aftercare-leaving-idea-alumni = Ask how to join the alumni group
aftercare-leaving-idea-doctor = Ask for a copy of my treatment summary
aftercare-leaving-idea-other = Read my plan with my therapist

milestone-title = Since treatment began
milestone-days =
    { $count ->
        [one] day
       *[other] days
    }
milestone-weeks =
    { $count ->
        [one] week
       *[other] weeks
    }
milestone-months =
    { $count ->
        [one] 1 month
       *[other] { $count } months
    }
milestone-since = Since { $day }
