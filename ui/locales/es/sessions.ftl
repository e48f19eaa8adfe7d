## A session: what else is kept of it
session-more = Más sobre la sesión
session-more-text = Tema, tarea, quién la dirigió
session-late = Minutos de retraso
session-left-early = Minutos que salió antes
session-late-hint = Deje la duración vacía y se toma de estos.
session-topic = Tema
session-led-by = La dirigió
session-homework = Tarea
session-homework-due = Para el
session-homework-done = Hecha
session-makes-up = Recupera
session-makes-up-none = Ninguna otra sesión
session-makes-up-one = { $kind }, { $day } · quedan { $left }
session-left = { $left } por recuperar
session-left-none = Todo recuperado
session-made-up-by = Recuperado: { $list }
session-made-up-planned = { $day }, planeada
session-made-up-hours = { $day }, { $hours }
session-plan-make-up = Planear una sesión para recuperarla
session-plan-for = Recupera { $kind }, { $day }

## Homework on Today
homework = Tarea
homework-due = Para el { $day }
homework-was-due = Era para el { $day }
homework-from = De { $kind }, { $day }
homework-finished = Tarea hecha

## What is owed
make-up = { $count ->
    [one] { $count } sesión por recuperar
   *[other] { $count } sesiones por recuperar
}
make-up-hours = { $hours } en total
make-up-all = Mostrar las { $count }
make-up-left = { $day } · quedan { $left }

## Hours: totals and kinds
hours-kind = Tipo
hours-kind-all = Todas las que cuentan
hours-scheduled = Planeado
hours-no-count = no cuenta
hours-legend-attended = Asistido
hours-legend-ahead = Por venir
hours-legend-waiting = Espera tu respuesta
hours-totals = En total: { $program }
hours-phase = { $from } – { $to }
hours-phase-open = Desde { $from }
hours-all-levels = Todos los niveles de atención
hours-attended-of = { $attended } de { $scheduled }
hours-rate = Asistencia
hours-rate-of = { $percent } % ({ $attended } de { $expected })
hours-made-up = Recuperado
hours-made-up-of = { $hours } recuperadas
hours-owed = { $hours } por recuperar
hours-rate-about = La asistencia son las sesiones a las que fuiste, enteras o en parte, de entre las que fuiste o faltaste. No entran las sesiones de las que tuviste permiso, las que canceló el programa ni las que esperan tu respuesta.

## Search
search-sessions = Buscar en tus sesiones
search-words = Palabras que buscar
search-hint = En temas, notas, tareas y quién dirigió.
search-none = No se encontró nada
search-none-text = Pruebe con menos palabras o solo el principio de una.
search-found = { $count ->
    [one] { $count } sesión encontrada
   *[other] { $count } sesiones encontradas
}
search-found-more = Las { $count } sesiones más recientes
search-more = Mostrar más antiguas
search-in-topic = Tema
search-in-note = Nota
search-in-homework = Tarea
search-in-led_by = La dirigió
treatment-view-search = Buscar
treatment-view-search-text = Encuentra una sesión por su tema, notas o tarea
