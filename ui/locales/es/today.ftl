# Hoy: las horas de la semana, lo que espera respuesta, lo que sigue.

today-above = { $day } · semana { $week } de { $weeks }
today-above-open = { $day } · semana { $week }

today-this-week = esta semana
today-week-attend =
    { $count ->
        [one] Si vas a la sesión que queda, esta semana llega a { $reach }.
        [2] Si vas a las dos sesiones que quedan, esta semana llega a { $reach }.
       *[other] Si vas a las { $count } sesiones que quedan, esta semana llega a { $reach }.
    }
today-week-can-still =
    { $count ->
        [one] Con la sesión que queda, esta semana todavía puede llegar a { $reach }.
        [2] Con las dos sesiones que quedan, esta semana todavía puede llegar a { $reach }.
       *[other] Con las { $count } sesiones que quedan, esta semana todavía puede llegar a { $reach }.
    }
today-week-reached = Ya tienes tus { $target } de esta semana.
today-week-open = Con lo que queda, y si fuiste a lo que falta por contestar, esta semana llega a { $reach }.
today-week-answer = Si fuiste, esta semana llega a { $reach }.
today-week-none-left = Ya no quedan sesiones esta semana. Tienes { $attended }.

today-ask = ¿Fuiste?
today-when = { $day }, { $time }
today-yes = Sí
today-part = Una parte
today-no = No
today-yes-label = Sí, fui: { $kind }, { $when }
today-part-label = Una parte: { $kind }, { $when }
today-no-label = No: { $kind }, { $when }
today-how-long = ¿Cuánto tiempo estuviste?
today-other-length = Otro tiempo
today-what-happened = ¿Qué pasó?
today-no-excused = Tenía permiso
today-no-excused-detail = El programa lo sabía y estuvo de acuerdo.
today-no-missed = No fui
today-no-missed-detail = Pasa. Hay una próxima.
today-no-cancelled = El programa la canceló
today-no-cancelled-detail = No cuenta ni a favor ni en contra de tu semana.
today-more-asked =
    { $count ->
        [one] Falta responder 1 más
       *[other] Falta responder { $count } más
    }
today-all-answered = Todo respondido

today-next = Sigue
today-now = Ahora
today-next-title = { $kind } · { $day }, { $time }
today-program = tu programa
today-directions = Cómo llegar
today-join = Entrar

today-groups = Grupos de apoyo
today-groups-count =
    { $count ->
        [0] Ninguno todavía esta semana
       *[other] { $count } esta semana
    }
today-groups-would = Lo próximo que cuenta: { $name }, { $day }, { $time }
today-groups-log = Anotar un grupo de apoyo
today-group-when = Hoy, { $time }
today-group-there = Fui
today-group-there-label = Fui: { $name }
today-group-logged = { $name } está en tu registro.

today-key = Apunta tu llave de recuperación
today-key-text = Abre tu registro si olvidas tu frase de acceso.
today-key-go = Muéstrame cómo

today-empty = Empieza con tu semana
today-empty-text = Pon los días en que vas. Después verás aquí tus horas y lo que sigue.
today-empty-start = Preparar mi programa
