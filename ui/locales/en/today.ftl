# Today: the week's hours, what waits for an answer, what is next.

today-above = { $day } · week { $week } of { $weeks }
today-above-open = { $day } · week { $week }

today-this-week = this week
today-week-attend =
    { $count ->
        [one] Attend the session left and this week reaches { $reach }.
        [2] Attend both sessions left and this week reaches { $reach }.
       *[other] Attend all { $count } sessions left and this week reaches { $reach }.
    }
today-week-can-still =
    { $count ->
        [one] With the session left, this week can still come to { $reach }.
        [2] With both sessions left, this week can still come to { $reach }.
       *[other] With all { $count } sessions left, this week can still come to { $reach }.
    }
today-week-reached = You have your { $target } for this week.
today-week-open = With what is left, and if you were at what is not answered yet, this week comes to { $reach }.
today-week-answer = If you were there, this week comes to { $reach }.
today-week-none-left = No sessions left this week. You have { $attended }.

today-ask = Were you there?
today-when = { $day }, { $time }
today-yes = Yes
today-part = Part
today-no = No
today-yes-label = Yes, I was there: { $kind }, { $when }
today-part-label = Part of it: { $kind }, { $when }
today-no-label = No: { $kind }, { $when }
today-how-long = How long were you there?
today-other-length = Another length
today-what-happened = What happened?
today-no-excused = I was excused
today-no-excused-detail = The program knew and said it is fine.
today-no-missed = I missed it
today-no-missed-detail = It happens. There is a next one.
today-no-cancelled = The program cancelled it
today-no-cancelled-detail = It does not count for or against your week.
today-more-asked =
    { $count ->
        [one] 1 more to answer
       *[other] { $count } more to answer
    }
today-all-answered = All answered

today-next = Next
today-now = Now
today-next-title = { $kind } · { $day }, { $time }
today-program = your program
today-directions = Directions
today-join = Join

today-groups = Support groups
today-groups-count =
    { $count ->
        [0] None yet this week
       *[other] { $count } this week
    }
today-groups-would = Next that counts: { $name }, { $day }, { $time }
today-groups-log = Log a support group
today-group-when = Today, { $time }
today-group-there = I was there
today-group-there-label = I was there: { $name }
today-group-logged = { $name } is in your log.

today-key = Write down your recovery key
today-key-text = It opens your record if you forget your passphrase.
today-key-go = Show me how

today-empty = Start with your week
today-empty-text = Set the days you go. Then your hours and what comes next show up here.
today-empty-start = Set up my program
