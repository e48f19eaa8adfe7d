# How often something comes again.

repeat-label = How often
repeat-once = Once
repeat-own = Another rhythm
repeat-every = Every
repeat-unit = Days, weeks, months or years
repeat-unit-day = days
repeat-unit-week = weeks
repeat-unit-month = months
repeat-unit-year = years
repeat-every-day =
    { $count ->
        [one] Every day
       *[other] Every { $count } days
    }
repeat-every-week =
    { $count ->
        [one] Every week
       *[other] Every { $count } weeks
    }
repeat-every-month =
    { $count ->
        [one] Every month
       *[other] Every { $count } months
    }
repeat-every-year =
    { $count ->
        [one] Every year
       *[other] Every { $count } years
    }
