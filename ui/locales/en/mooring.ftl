# Mooring lines: the few things a client does that keep them steady, gone through once a week.

mooring-title = Mooring lines
mooring-row = What holds me steady, week by week
mooring-about = A few things you do that keep you steady. Once a week you look at which of them held.
mooring-empty = What holds you steady?
mooring-empty-text = Choose four to six things you do. Then tick once a week which of them held.
mooring-choose = Choose my lines
mooring-lines = My lines
mooring-edit = Change my lines
mooring-what = Choose things you do, so that you can tell whether you did them. “In bed by 11” is one. “Stay positive” is not: nobody could tick it.
mooring-line = Line
mooring-add = Another line
mooring-taken-off = If you take one off, what you ticked before stays.
mooring-idea-1 = In bed by 11
mooring-idea-2 = Call someone every day
mooring-idea-3 = Two meetings a week
mooring-idea-4 = Breakfast every morning
mooring-idea-5 = A walk after work
mooring-idea-6 = Take my medicine every day
mooring-idea-7 = Dinner with my family on Sunday
mooring-few =
    { $count ->
        [one] You have 1. Four to six work well.
       *[other] You have { $count }. Four to six work well.
    }
mooring-many = You have { $count }. More than six are hard to keep in mind.
mooring-most = { $most } at most. Take some off, then save.

mooring-this-week = This week
mooring-week = Week of { $day }
mooring-ask = Which of them held?
mooring-ask-text = Tick what you did. The rest can stay empty.
mooring-week-save = Save the week
mooring-held = { $held } of { $count } held
mooring-of = { $held } of { $count }
mooring-week-saved = { $week }: { $held } of { $count } held
mooring-not = Not this time: { $lines }
mooring-not-that = Not that week: { $lines }
mooring-change = Change
mooring-change-week = Change: week of { $day }
mooring-go-week = Go through: week of { $day }
mooring-last-week = Go through last week, too

mooring-weeks = The last twelve weeks
mooring-picture = The last twelve weeks, old to new. Full marks are lines that held, empty ones did not. The table says the same in words.
mooring-legend-held = Held
mooring-legend-not = Did not
mooring-legend-open = Not gone through
mooring-column-held = What held
mooring-open = Not gone through

mooring-drift =
    { $count ->
        [one] 1 line did not hold
       *[other] { $count } lines did not hold
    }
mooring-drift-this = This week: { $lines }.
mooring-drift-week = In the week of { $day }: { $lines }.
mooring-drift-text = That happens. It can be an early sign, so this is a good time to look at your plan or talk to someone.
mooring-drift-signs = My warning signs
mooring-drift-people = My people
