# Recordatorios: lo que va a aparecer, lo que apareció y si llega.

reminders-works = Hasta donde Handrail puede saber, los recordatorios te llegan en este dispositivo.
reminders-not-asked = Los recordatorios todavía no están permitidos
reminders-denied = Este dispositivo no deja pasar los recordatorios
reminders-refused = No se pudo mostrar el último recordatorio
reminders-do-allow = Este dispositivo te pregunta primero. Mientras Handrail está bloqueado, las palabras no dicen nada del tratamiento.
reminders-do-settings = Busca las notificaciones en los ajustes del dispositivo y permítelas para Handrail. «No molestar» también puede detenerlas. Después pruébalo aquí.
reminders-do-none = Algunas computadoras no tienen un programa que muestre avisos. Ahí no puede aparecer ningún recordatorio. Lo que viene sigue en esta lista.
reminders-allow = Permitir recordatorios
reminders-allowed = Ya pueden aparecer recordatorios.
reminders-show-now = Mostrar uno ahora
reminders-shown = Se acaba de mandar uno. Si no lo ves, busca «No molestar» en los ajustes del dispositivo.
reminders-not-shown = No llegó.
# After Welcome.
reminders-not-through = Los recordatorios todavía no llegan en este dispositivo. En Más, Recordatorios dice qué hacer.

reminders-coming = Los próximos siete días
reminders-today = { $today }, { $day }
reminders-when = { $day }, { $time }
reminders-snoozed-mark = Aparece otra vez
reminders-asks-mark = Puedes contestar sí o no
reminders-locked-body = Con bloqueo: { $words }
reminders-more =
    { $count ->
        [one] Mostrar 1 más
       *[other] Mostrar { $count } más
    }
reminders-none = No hay nada próximo
reminders-none-text = En los próximos siete días no va a aparecer nada.

reminders-kept-back = Detenidos por las horas de silencio
reminders-kept-back-why = Las horas de silencio no les dejan lugar, así que no aparecen.

reminders-lately = Mostrados hace poco
reminders-what = { $name }, { $when }
reminders-yes-label = Sí, fui: { $what }
reminders-no-label = No fui: { $what }
reminders-answered-yes = Anotado: fuiste.
reminders-answered-no = Anotado: no fuiste.
reminders-snooze = Avísame otra vez
reminders-snooze-label = Avísame otra vez: { $what }
reminders-evening = A las 7 p. m. Si ya pasó: en una hora
reminders-tomorrow = A las 9 a. m.
reminders-snoozed =
    { $wait ->
        [ten_minutes] Aparece otra vez en 10 minutos.
        [hour] Aparece otra vez en una hora.
        [evening] Aparece otra vez esta noche.
       *[tomorrow] Aparece otra vez mañana.
    }

# Also on Today.
reminders-missed =
    { $count ->
        [one] Llegó 1 recordatorio mientras Handrail estaba apagado
       *[other] Llegaron { $count } recordatorios mientras Handrail estaba apagado
    }
reminders-seen = Ya los vi
reminders-missed-seen = Anotado como visto.

reminders-choose = Lo que puedes elegir
reminders-rules = Qué te avisa
reminders-quiet = Horas de silencio
reminders-own = Nuevo recordatorio propio

reminders-background = Cuando se cierra la ventana
reminders-background-text = En una computadora, los recordatorios solo llegan mientras Handrail está en marcha, también cuando está bloqueado.
reminders-background-demo = Los datos inventados no cambian nada en este dispositivo.
reminders-keep-running = Seguir cuando se cierra la ventana
reminders-closed = Ahora, al cerrar la ventana Handrail termina y no llegan recordatorios.
reminders-back-tray = El icono de Handrail en la pantalla trae la ventana de vuelta.
reminders-back-start = Inicia Handrail otra vez para traer la ventana de vuelta.
reminders-at-login = Iniciar cuando entro en este dispositivo
reminders-at-login-hint = Empieza bloqueado y sin ventana.

# On the page of privacy.
reminders-locked = Recordatorios con bloqueo
reminders-locked-switch = Avisarme mientras está bloqueado
reminders-locked-hint = También después de reiniciar este dispositivo, antes de que desbloquees.
reminders-locked-file = Para esto, un archivo pequeño junto a tu registro no está bloqueado. Se llama handrail.reminders.
reminders-locked-holds = Guarda cuándo llegan los recordatorios, el día o la hora de que hablan, cuáles preguntan si fuiste, qué llegó, qué dejaste para luego o respondiste desde que bloqueaste, tus horas de silencio y códigos que por sí solos no significan nada.
reminders-locked-tells = Quien lo lea sabe que Handrail está aquí y cuándo te avisa. No tiene nombres ni palabras tuyas, y no dice de qué trata un recordatorio.
reminders-locked-off = Al apagarlo se borra el archivo. Entonces no llegan recordatorios mientras Handrail está bloqueado, y no se te dice cuáles te perdiste.
