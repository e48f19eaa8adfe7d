# Qué recuerda, cuándo y con qué palabras; horas de silencio; recordatorios propios.

remrule-title = Qué te avisa
remrule-off = Apagado
remrule-group-treatment = Tratamiento
remrule-group-groups = Grupos
remrule-group-me = Yo
remrule-group-record = Registro
remrule-group-own = Míos

remrule-session = Sesiones
remrule-meeting = Reuniones de siempre
remrule-requirement = Reuniones que te piden
remrule-call_line = Línea para llamar
remrule-homework = Tarea
remrule-medication = Medicación
remrule-check_in = Registro del día
remrule-mooring = Amarras
remrule-plan_review = Revisión de mi plan
remrule-aftercare = Pasos para después
remrule-anniversary = Logros y aniversarios
remrule-authorization = Cobertura que termina
remrule-backup = Copia de mi registro
remrule-own = Mis recordatorios

remrule-about-session = Antes de cada sesión. No para una cancelada.
remrule-about-meeting = Antes de las reuniones de siempre que elegiste. Cada una tiene su propio tiempo: ponlo donde cambias la reunión.
remrule-about-requirement = Antes del día para el que te piden reuniones, mientras falte alguna.
remrule-about-call_line = En las horas en que debes llamar, hasta que anotes la llamada de ese día.
remrule-about-homework = Antes del día de entrega, hasta que esté hecha.
remrule-about-medication = Cada día, hasta que lo apagues.
remrule-about-check_in = Cada día, hasta que hagas el registro de ese día.
remrule-about-mooring = Para el último día de tu semana, hasta que repases tus líneas.
remrule-about-plan_review = Para el día que pusiste para volver a mirar tu plan.
remrule-about-aftercare = Para el día de cada paso, hasta que esté hecho.
remrule-about-anniversary = Para los logros y aniversarios de tus fechas de recuperación.
remrule-about-authorization = Antes del último día cubierto, hasta que siga otra autorización.
remrule-about-backup = Cuando no has guardado una copia en un tiempo, hasta que guardes una.
remrule-about-own = Para los días y horas que pongas.

remrule-on = Avísame
remrule-when = Cuándo
remrule-when-meeting = Más avisos para cada una de estas reuniones, además del suyo.
remrule-meetings = Ir a mis reuniones
remrule-each-meeting = Como lo pusiste en cada reunión
remrule-lead-add = Agregar un momento
remrule-lead-new = Otro momento
remrule-lead-change = Cambiar el momento
remrule-lead-removed = Se quitó.
remrule-lead-kind = Avísame
remrule-lead-kind-before = Poco antes
remrule-lead-kind-at = Un día antes
remrule-lead-day = Qué día
remrule-lead-other = Otro día
remrule-lead-days = Días antes
remrule-lead-days-hint = Hasta 60 días.
remrule-lead-time = A qué hora

remrule-days =
    { $count ->
        [one] 1 día
       *[other] { $count } días
    }
remrule-before = { $lead } antes
remrule-begins = Cuando empieza
remrule-its-time = A la hora que pusiste
remrule-opens = Cuando abre
remrule-closes = Cuando cierra
remrule-before-closes = { $lead } antes de que cierre
remrule-day =
    { $days ->
        [0] El mismo día
        [one] El día antes
       *[other] { $days } días antes
    }
remrule-at =
    { $days ->
        [0] El mismo día, { $time }
        [one] El día antes, { $time }
       *[other] { $days } días antes, { $time }
    }
remrule-evening = La noche antes, { $time }
remrule-due = Cuando toque, { $time }
remrule-week-ends = El último día de tu semana, { $time }
remrule-every-day = Cada día, { $time }

remrule-words = Qué dice
remrule-words-neutral = Palabras neutras
remrule-words-neutral-detail = No dicen nada del tratamiento.
remrule-words-own = Mis propias palabras
remrule-words-own-detail = Solo mientras Handrail está desbloqueado.
remrule-words-change = Cambiar mis palabras
remrule-words-label = Las palabras del aviso
remrule-words-warning = Quien esté cerca de este dispositivo puede leerlas. Solo aparecen mientras Handrail está desbloqueado; mientras está bloqueado, aparecen las palabras neutras.
remrule-preview = Cómo se ve
remrule-preview-open = Con Handrail desbloqueado
remrule-preview-locked = Con Handrail bloqueado
remrule-preview-never = No aparece nada: elegiste que no lleguen avisos mientras está bloqueado.
remrule-words-of-each = Cada uno tiene sus propias palabras. Ponlas en el recordatorio.
remrule-how = Sonido y respuestas
remrule-sound = Con sonido
remrule-ask = Preguntar después si estuve
remrule-ask-hint = Puedes responder en el aviso, si este dispositivo muestra botones.
remrule-reset = Como al principio
remrule-reset-done = Está como al principio.

remrule-quiet = Horas de silencio
remrule-quiet-none = Ninguna. Los avisos llegan a cualquier hora.
remrule-quiet-about = Un aviso que cae en las horas de silencio llega cuando terminan. Si eso es muy tarde, llega justo antes de que empiecen.
remrule-quiet-days = Días
remrule-quiet-same = Todos los días igual
remrule-quiet-each = Día por día
remrule-quiet-on = Horas de silencio
remrule-quiet-from = Desde
remrule-quiet-until = Hasta
remrule-quiet-next = Terminan ({ $time }) al día siguiente, { $day }.
remrule-quiet-next-day = Terminan ({ $time }) al día siguiente.
remrule-quiet-whole = Todo el día.
remrule-quiet-whole-from = Un día entero: terminan ({ $time }) al día siguiente.
remrule-quiet-always = Siempre hay silencio. No va a aparecer ningún aviso.
remrule-quiet-daily = Cada día, { $hours }
remrule-quiet-varied = Todos los días, no a las mismas horas
remrule-quiet-some =
    { $count ->
        [one] El { $day }
       *[other] { $count } días de la semana
    }

remrule-own-add = Agregar un recordatorio
remrule-own-none = Recuérdate lo que quieras: una llamada, una receta, una caminata.
remrule-own-over = Terminó
remrule-own-new = Recordatorio nuevo
remrule-own-change = Cambiar el recordatorio
remrule-own-text = De qué se trata
remrule-own-shows = Mostrar este texto en el aviso
remrule-own-shows-hint = Quien esté cerca de este dispositivo puede leerlo. Mientras Handrail está bloqueado, aparecen palabras neutras.
remrule-own-day = Día
remrule-own-first-day = Primer día
remrule-own-time = Hora
remrule-own-ends = Último día
remrule-own-ends-hint = Vacío: hasta que lo quites.
remrule-own-removed = Se quitó el recordatorio.
remrule-own-off = Tus recordatorios están apagados. Este aparecerá cuando los enciendas.
remrule-own-switch = Cómo avisan
