# Recovery dates, chips and anniversaries.

recovery-dates-title = Days and chips
recovery-empty = No recovery date
recovery-empty-text = Set one if you want to count days. You can leave it out.
recovery-add = Set a recovery date
recovery-another = Another count
recovery-edit = Count of days
recovery-edit-name = Edit: { $name }
recovery-days =
    { $count ->
        [one] day
       *[other] days
    }
recovery-since = Since { $day }
recovery-counted = { $counted } of the last { $of } days
recovery-anniversary =
    { $years ->
        [one] 1 year today
       *[other] { $years } years today
    }
recovery-next = Next: { $mark } on { $day }
recovery-reached = Chips so far
recovery-chip = { $mark }, { $day }, { $color }
recovery-whose = Whose chips
recovery-colors = Colors of this group
recovery-colors-text = Groups differ. Choose what yours gives.
recovery-color-usual = { $color } (usual)
recovery-name = What is counted
recovery-name-hint = Such as: alcohol. It may stay empty.
recovery-name-none = Days
recovery-from = From
recovery-until = To
recovery-goes-on = Goes on
recovery-span = Span { $number }
recovery-span-add = Add a span
recovery-span-remove = Remove span { $number }
recovery-span-hint = All days stay counted, also those of earlier spans.
recovery-removed = The count is removed.
mark-start = Start
mark-days =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
mark-months =
    { $count ->
        [one] 1 month
       *[other] { $count } months
    }
mark-years =
    { $count ->
        [one] 1 year
       *[other] { $count } years
    }
color-white = White
color-silver = Silver
color-gray = Gray
color-black = Black
color-red = Red
color-orange = Orange
color-yellow = Yellow
color-gold = Gold
color-bronze = Bronze
color-green = Green
color-blue = Blue
color-purple = Purple
color-pink = Pink
color-glow = Glows in the dark
