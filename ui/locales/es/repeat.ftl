# How often something comes again.

repeat-label = Cada cuánto
repeat-once = Una vez
repeat-own = Otro ritmo
repeat-every = Cada
repeat-unit = Días, semanas, meses o años
repeat-unit-day = días
repeat-unit-week = semanas
repeat-unit-month = meses
repeat-unit-year = años
repeat-every-day =
    { $count ->
        [one] Cada día
       *[other] Cada { $count } días
    }
repeat-every-week =
    { $count ->
        [one] Cada semana
       *[other] Cada { $count } semanas
    }
repeat-every-month =
    { $count ->
        [one] Cada mes
       *[other] Cada { $count } meses
    }
repeat-every-year =
    { $count ->
        [one] Cada año
       *[other] Cada { $count } años
    }
