# Grupos de apoyo: lo anotado, las reuniones de siempre, lo que se pide.

groups-title = Grupos
groups-log = Anotar una reunión
groups-log-edit = Esta reunión
groups-empty = Todavía no hay reuniones
groups-empty-text = Anota una a la que fuiste. O agrega las reuniones a las que vas siempre: así basta un toque.

groups-standing = Grupos de apoyo
groups-week-beside = esta semana
groups-asked-beside = de { $asked } esta semana
groups-asked-beside-make-up = de { $asked } esta semana, { $owed } por reponer
groups-asked-beside-over = esta semana; te piden { $asked }
groups-asked-by = Hasta el { $day }
groups-asked-done = Listo por esta semana.
groups-total =
    { $count ->
        [0] Todavía no hay ninguna anotada
        [one] 1 reunión en total
       *[other] { $count } reuniones en total
    }

groups-asked = Reuniones que me piden
groups-asked-line =
    { $count ->
        [one] 1 por semana
       *[other] { $count } por semana
    }
groups-asked-line-carried =
    { $count ->
        [one] 1 por semana; lo que falta pasa a la otra semana
       *[other] { $count } por semana; lo que falta pasa a la otra semana
    }
groups-asked-none = Nada por ahora
groups-asked-about = Para cuando un programa, un juzgado o tu trabajo te pide cierto número de reuniones por semana, o es una meta tuya.
groups-asked-how-many = Cuántas
groups-asked-unit = por semana
groups-asked-from = Desde cuándo
groups-asked-from-hint = Cuenta desde la primera semana completa después de este día.
groups-asked-carries = Lo que falta pasa a la semana siguiente
groups-asked-carries-hint = Si una semana tiene menos, el resto se suma a la siguiente.
groups-asked-remove = Quitar esto
groups-asked-removed = Ahora no se pide ningún número de reuniones.

groups-were-you-there = ¿Estuviste ahí?
groups-last-one = La última
groups-usual = Mis reuniones de siempre
groups-usual-none = Agrega las reuniones a las que vas siempre. Así las anotas con un toque.
groups-usual-add = Agregar una reunión de siempre
groups-usual-edit = Reunión de siempre
groups-usual-edit-name = Cambiar { $name }
groups-usual-remove-hint = Si la borras, lo que anotaste se queda.
groups-usual-removed = Ya no está entre tus reuniones de siempre.
groups-was-there = Sí fui
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
