# Treatment: the calendar's looks, and what is planned of the path.

calendar-look = Cómo verlo
calendar-week = Semana
calendar-month = Mes
calendar-list = Lista
calendar-month-before = Mes anterior
calendar-month-after = Mes siguiente
calendar-today = Hoy
calendar-marks = Qué dicen las marcas
calendar-part = Una parte
calendar-ahead = Por venir
calendar-asked = Sin respuesta
calendar-without = No se dio o no fui
calendar-day =
    { $count ->
        [0] { $day }, sin sesiones
        [one] { $day }, 1 sesión
       *[other] { $day }, { $count } sesiones
    }
calendar-day-closed = { $day }, cerrado
calendar-day-empty = No hay sesiones este día.
calendar-closed = El programa está cerrado.
calendar-closed-for = El programa está cerrado: { $reason }
calendar-earlier = Ver antes
calendar-later = Ver después
calendar-none-ahead = No hay nada planeado en estas semanas.

path-in-days =
    { $days ->
        [one] Es mañana.
       *[other] Es en { $days } días.
    }
path-in-weeks = Es en { $weeks } semanas.
path-days =
    { $days ->
        [one] 1 día a la semana
       *[other] { $days } días a la semana
    }
path-days-hours = { $days } · { $hours }
path-no-days = Sin días fijos
path-span-weeks =
    { $weeks ->
        [one] { $span } · 1 semana
       *[other] { $span } · { $weeks } semanas
    }
path-next-about = Planéalo antes, o agrega uno que ya tuviste. Cada nivel sigue hasta que empieza el próximo.
path-edit = Más
path-edit-level = Más sobre { $level }
path-level = Nivel de cuidado
path-parts = Partes
path-parts-about = Muchos programas bajan poco a poco: menos días con el tiempo.
path-part-plan = Planear una parte
path-part-about = Otros días desde un día. Lo que anotaste se queda.
path-part-weeks = Déjalo vacío para seguir hasta la próxima parte o el final.
path-part-planned = La parte está planeada.
path-part-remove = Borrar la parte { $part }, { $span }
path-part-removed = Parte borrada. Sigue la de antes.
path-end = Cómo termina
path-end-about = ¿Termina antes o sigue más tiempo? Pon el último día. Lo que anotaste se queda.
path-last-day = Último día
path-end-save = Poner el último día
path-end-open = Como se planeó al inicio
path-hours = Cómo cuentan las horas
path-counted = Qué cuenta para tus horas
path-counted-about = Tu programa te lo puede decir.
path-edition = Las horas del nivel vienen de
path-edition-hint = El libro que siguen los programas en Estados Unidos.
