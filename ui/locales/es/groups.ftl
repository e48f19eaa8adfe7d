# Grupos de apoyo: lo anotado, las reuniones de siempre, lo que se pide.

groups-title = Grupos
groups-log = Anotar una reunión
groups-log-edit = Esta reunión
groups-empty = Todavía no hay reuniones
groups-empty-text = Anota una a la que fuiste. O agrega las reuniones a las que vas siempre: así basta un toque.

groups-standing = Grupos de apoyo
groups-week-beside = esta semana
groups-total =
    { $count ->
        [0] Todavía no hay ninguna anotada
        [one] 1 reunión en total
       *[other] { $count } reuniones en total
    }

groups-were-you-there = ¿Estuviste ahí?
groups-usual = Mis reuniones de siempre
groups-usual-none = Agrega las reuniones a las que vas siempre. Así las anotas con un toque.
groups-usual-add = Agregar una reunión de siempre
groups-usual-edit = Reunión de siempre
groups-usual-edit-name = Cambiar { $name }
groups-usual-remove-hint = Si la borras, lo que anotaste se queda.
groups-usual-removed = Ya no está entre tus reuniones de siempre.
groups-was-there = Sí fui
groups-was-there-on = Estuve, { $day }
groups-usual-above = La que tienes está arriba.
groups-was-there-name = Sí fui: { $name }, { $day }
groups-logged = Anotado: { $name }, { $day }.
groups-logged-change = { $day }: anotado. Cambiar { $name }
groups-deleted = Borrado.

groups-went-to = Donde he estado
groups-went-to-none = Aquí aparecen, semana por semana, las reuniones que anotas.
groups-this-week = Esta semana
groups-last-week = La semana pasada
groups-week-of = Semana del { $day }
groups-count =
    { $count ->
        [one] 1 reunión
       *[other] { $count } reuniones
    }
groups-older = Mostrar semanas anteriores

groups-fill-in = ¿Es una de tus reuniones de siempre?
groups-fellowship = Tipo de grupo
groups-choose = Elige uno
groups-name = Nombre del grupo
groups-date = Día
groups-weekday = Día de la semana
groups-time = Empieza a las
groups-length = Cuánto dura
groups-mode = Cómo
groups-place = Dónde
groups-took = Lo que hice ahí
groups-topic = De qué se trató
groups-note = Nota privada
groups-note-hint = Solo para ti.
groups-keep = Guardar como reunión de siempre
groups-keep-hint = La próxima vez la anotas con un toque.

mode-in_person = En persona
mode-online = En línea
mode-phone = Por teléfono

took-listened = Escuché
took-shared = Compartí
took-chaired = Dirigí la reunión
took-service = Hice servicio
took-sponsor_time = Tiempo con mi padrino o madrina

fellowship-aa = AA
fellowship-na = NA
fellowship-ca = CA
fellowship-cma = CMA
fellowship-ha = HA
fellowship-smart_recovery = SMART Recovery
fellowship-life_ring = LifeRing
fellowship-women_for_sobriety = Women for Sobriety
fellowship-recovery_dharma = Recovery Dharma
fellowship-refuge_recovery = Refuge Recovery
fellowship-sos = SOS
fellowship-celebrate_recovery = Celebremos la Recuperación
fellowship-dual_recovery_anonymous = Dual Recovery
fellowship-moderation_management = Moderation Management
fellowship-al_anon = Al-Anon
fellowship-nar_anon = Nar-Anon
fellowship-alumni_group = Grupo de exalumnos
fellowship-other = Otro grupo

fellowship-long-aa = AA, Alcohólicos Anónimos
fellowship-long-na = NA, Narcóticos Anónimos
fellowship-long-ca = CA, Cocainómanos Anónimos
fellowship-long-cma = CMA, Crystal Meth Anonymous
fellowship-long-ha = HA, Heroin Anonymous
fellowship-long-smart_recovery = SMART Recovery
fellowship-long-life_ring = LifeRing
fellowship-long-women_for_sobriety = Women for Sobriety (para mujeres)
fellowship-long-recovery_dharma = Recovery Dharma
fellowship-long-refuge_recovery = Refuge Recovery
fellowship-long-sos = SOS, Secular Organizations for Sobriety
fellowship-long-celebrate_recovery = Celebremos la Recuperación (Celebrate Recovery)
fellowship-long-dual_recovery_anonymous = Dual Recovery Anonymous
fellowship-long-moderation_management = Moderation Management
fellowship-long-al_anon = Al-Anon
fellowship-long-nar_anon = Nar-Anon
fellowship-long-alumni_group = Grupo de exalumnos de un programa
fellowship-long-other = Otro grupo

fellowship-kind-steps = Doce pasos
fellowship-kind-secular = Sin religión
fellowship-kind-faith = Basado en la fe
fellowship-kind-buddhist = Basado en la práctica budista
fellowship-kind-moderation = Para beber menos; no pide dejar de beber del todo
fellowship-kind-family = Para familiares y amistades

groups-place-hint = Una iglesia, una clínica, una calle
groups-more = Más datos
groups-more-detail = Enlace, número y tipos
groups-link = Enlace para unirse en línea
groups-link-hint = Empieza por https://
groups-phone = Número para unirse por teléfono
groups-kinds = Qué tipo de reunión
groups-home = Mi grupo base
groups-home-label = Grupo base
groups-remind = Avisarme antes de que empiece
groups-closed = Por ahora no se reúne
groups-closed-label = Por ahora no se reúne
groups-zone = El día y la hora son los de { $zone }.
groups-join = Unirse
groups-list-gone = Ya no está en la lista.
groups-list-closed = La lista dice: por ahora no se reúne.
groups-list-reopened = Según la lista, se reúne de nuevo.
groups-list-changed = La lista dice: { $day }, { $time }.
groups-list-changed-place = La lista dice: { $day }, { $time }, { $place }.
groups-list-take = Usar lo que dice la lista
groups-list-keep = Dejar la mía
groups-list-taken = Cambiada como dice la lista.
groups-list-kept = Se queda como está.
groups-signature = Firma
groups-signature-detail = Alguien del grupo puede firmar aquí
groups-signature-hint = Solo si quiere. También puedes dejarla vacía para que firme en papel.
groups-signer = Su nombre o iniciales
groups-signed = Firmada
groups-signed-by = Firmada por { $name }
groups-signature-remove = Quitar la firma
groups-signature-removed = Se quitó la firma.
groups-signature-goes = No se firmó por otro grupo, día u hora: al guardar se quita la firma.
groups-counts = Cuántas
groups-counts-of = Grupo
groups-counts-week = Esta semana
groups-counts-month = Este mes
groups-counts-total = En total
groups-counts-all = Todos los grupos
groups-go-find = Buscar una reunión
groups-go-find-detail = Por día, hora, lugar o tipo
groups-go-asked = Lo que se me pide
groups-go-asked-detail = Reuniones, sesiones, horas; metas y pausas
groups-go-recovery = Días y fichas
groups-go-recovery-detail = Fecha de recuperación, aniversarios
groups-go-steps = Padrino o madrina, pasos y servicio
groups-go-steps-detail = Quién, qué paso, en qué ayudo
groups-go-record = Registro de asistencia
groups-go-record-detail = Para un tribunal, un programa, un terapeuta
groups-goal = { $meetings } en { $days }
groups-goal-line = { $done } de { $meetings } reuniones, día { $day } de { $days }
groups-goal-reached = Alcanzada: { $done } de { $meetings } reuniones
groups-goal-begins = Empieza { $day }
groups-goal-over = { $done } de { $meetings } reuniones en { $days } días

kind-of-meeting-open = Abierta a todos
kind-of-meeting-closed = Cerrada
kind-of-meeting-newcomer = Personas nuevas
kind-of-meeting-women = Mujeres
kind-of-meeting-men = Hombres
kind-of-meeting-lgbtq = LGBTQ
kind-of-meeting-young_people = Jóvenes
kind-of-meeting-seniors = Personas mayores
kind-of-meeting-people_of_color = Personas de color
kind-of-meeting-native_american = Pueblos originarios
kind-of-meeting-professionals = Profesionales
kind-of-meeting-secular = Laica
kind-of-meeting-spanish = En español
kind-of-meeting-english = En inglés
kind-of-meeting-other_language = Otro idioma
kind-of-meeting-sign_language = Lengua de señas
kind-of-meeting-speaker = Orador u oradora
kind-of-meeting-discussion = Discusión
kind-of-meeting-literature = Literatura
kind-of-meeting-step_study = Estudio de pasos
kind-of-meeting-tradition_study = Estudio de tradiciones
kind-of-meeting-meditation = Meditación
kind-of-meeting-dual_diagnosis = Diagnóstico dual
kind-of-meeting-candlelight = A la luz de las velas
kind-of-meeting-social = Comida o cumpleaños
kind-of-meeting-wheelchair = Acceso para silla de ruedas
kind-of-meeting-child_friendly = Se aceptan niños
kind-of-meeting-outdoor = Al aire libre
kind-of-meeting-fragrance_free = Sin perfumes
kind-of-meeting-smoking = Se permite fumar
kind-of-meeting-proof_of_attendance = Da constancia de asistencia
