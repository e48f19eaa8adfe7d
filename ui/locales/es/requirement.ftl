# Lo que se pide, pausas, metas.

asked-title = Lo que se me pide
asked-empty = No se pide nada
asked-empty-text = Para cuando un programa, un tribunal o tu trabajo pide un número de reuniones, sesiones u horas, o cuando es una meta tuya.
asked-add = Añadir lo que se pide
asked-edit = Lo que se pide
asked-edit-name = Cambiar: { $name }
asked-by-me = Yo
asked-by-program = Programa
asked-by-court = Tribunal
asked-by-employer = Trabajo
asked-name = { $by }: { $what }
asked-what-support_groups-week =
    { $count ->
        [one] 1 reunión por semana
       *[other] { $count } reuniones por semana
    }
asked-what-support_groups-month =
    { $count ->
        [one] 1 reunión por mes
       *[other] { $count } reuniones por mes
    }
asked-what-fellowship-week =
    { $count ->
        [one] 1 reunión de { $name } por semana
       *[other] { $count } reuniones de { $name } por semana
    }
asked-what-fellowship-month =
    { $count ->
        [one] 1 reunión de { $name } por mes
       *[other] { $count } reuniones de { $name } por mes
    }
asked-what-individual_sessions-week =
    { $count ->
        [one] 1 sesión individual por semana
       *[other] { $count } sesiones individuales por semana
    }
asked-what-individual_sessions-month =
    { $count ->
        [one] 1 sesión individual por mes
       *[other] { $count } sesiones individuales por mes
    }
asked-what-treatment_minutes-week = { $hours } de tratamiento por semana
asked-what-treatment_minutes-month = { $hours } de tratamiento por mes
asked-of-week = de { $asked } esta semana
asked-of-month = de { $asked } este mes
asked-of-week-make-up = de { $asked } esta semana, { $owed } por recuperar
asked-of-month-make-up = de { $asked } este mes, { $owed } por recuperar
asked-due = Quedan { $left }. Plazo: { $day }
asked-done-week = Todo hecho por esta semana.
asked-done-month = Todo hecho por este mes.
asked-nothing = Ahora no hay nada pendiente.
asked-settle = Plazo: { $day }. En total quedan { $left }.
asked-settle-make-up = Plazo: { $day }. En total quedan { $left }, de ellas { $owed } por recuperar.
asked-settled = Plazo: { $day }. No queda nada.
asked-paused = Una pausa le quita una parte.
asked-begins = Cuenta desde { $day }.
asked-over = Terminó { $day }.
asked-would = Estas contarían
asked-not-enough = Con estas todavía queda algo. Planea una más.
asked-none-planned = Hasta entonces no hay nada previsto que cuente.
asked-who = Quién lo pide
asked-counts = Qué cuenta
asked-counts-support_groups = Reuniones de cualquier grupo de apoyo
asked-counts-fellowship = Reuniones de un solo tipo de grupo
asked-counts-individual_sessions = Sesiones individuales
asked-counts-treatment_minutes = Horas de tratamiento
asked-amount = Cuántas
asked-hours = Cuántas horas
asked-period = Cada cuánto
asked-period-week = Cada semana
asked-period-month = Cada mes
asked-due-day = Hasta qué día
asked-due-week = El último día de mi semana
asked-due-month = El fin del mes
asked-due-day-of-month = Día { $day }
asked-starts = Desde cuándo
asked-starts-hint = Cuenta desde la primera semana o el primer mes completo.
asked-ends = Hasta cuándo
asked-carries = Lo que falta pasa a lo siguiente
asked-carries-hint = Si vas a menos, el resto se suma a lo siguiente.
asked-court = Fechas y recuperaciones
asked-court-detail = Para un tribunal: la última fecha, la próxima
asked-make-ups = Lo recuperado cuenta solo después de
asked-make-ups-hint = La última fecha en el tribunal. Lo que haces después recupera lo que faltó.
asked-make-ups-carry = Las reposiciones cuentan solo si lo que falta pasa al siguiente periodo.
asked-owed-then = Lo que faltaba ese día
asked-owed-then-hint = Si el tribunal dijo un número. La cuenta sigue desde ahí.
asked-settle-by = Todo hecho hasta
asked-settle-by-hint = La próxima fecha en el tribunal, o el día de un informe.
asked-removed = Ya no se pide.
asked-history = Semana por semana
asked-history-month = Mes por mes
asked-history-span = Fechas
asked-history-asked = Pedido
asked-history-done = Hecho
asked-history-made-up = Recuperado
asked-history-owed = Falta
asked-history-paused = En pausa
asked-history-said = Dicho en la última fecha: { $owed }
asked-history-none = El primero todavía no termina.

pause-title = Pausas
pause-text = Enfermedad o viaje. Una semana que cae en una pausa no pide nada; una parte pide menos.
pause-add = Añadir una pausa
pause-edit = Pausa
pause-of = Qué se pausa
pause-of-all = Todo
pause-from = Primer día
pause-to = Último día
pause-reason = Por qué
pause-reason-illness = Enfermedad
pause-reason-travel = Viaje
pause-reason-family = Familia
pause-reason-other = Otra cosa
pause-note = Algo más
pause-removed = Se quitó la pausa.

goal-title = Metas
goal-text = Tantas reuniones en tantos días.
goal-ninety = Empezar 90 en 90
goal-add = Otra meta
goal-edit = Meta
goal-meetings = Cuántas reuniones
goal-days = En cuántos días
goal-from = Desde cuándo
goal-of = Qué grupos
goal-of-any = Cualquier grupo
goal-removed = Se quitó la meta.
goal-reached-on = Alcanzada el { $day }.
goal-until = Hasta { $day }.
goal-over = Los días terminaron. Lo que hiciste sigue contado, y puedes empezar otra.
