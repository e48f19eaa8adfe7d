# Reuniones de listas: buscarlas, y tomar listas.

find-title = Buscar una reunión
find-empty = Todavía no hay lista
find-empty-text = Muchas comunidades y programas ofrecen sus reuniones en un archivo: Meeting Guide (JSON o CSV) o BMLT. Toma uno y búscalas aquí, sin red.
find-by-hand = Añadir una reunión a mano
find-lists = Listas
find-when = Cuándo
find-when-any = Cualquier día
find-when-now = Ahora
find-when-today = Hoy
find-text = Buscar
find-filters = Filtros
find-time = Hora del día
find-time-any = Cualquier hora
find-time-morning = Mañana
find-time-afternoon = Tarde
find-time-evening = Noche
find-fellowship = Tipo de grupo
find-fellowship-any = Cualquiera
find-reach = Cómo
find-reach-any = De las dos formas
find-reach-in_person = En persona
find-reach-online = En línea
find-place = Lugar o zona
find-kinds = Tipo de reunión
find-clear = Quitar todos
find-count =
    { $count ->
        [0] Ninguna reunión coincide
        [one] 1 reunión
       *[other] { $count } reuniones
    }
find-loosen = Prueba otro día o menos filtros.
find-more = Mostrar más
find-running = En este momento
find-in-minutes = en { $minutes } min
find-in-hours = en { $hours } h
find-there = allí { $day } { $time }
find-by-appointment = Con cita
find-closed = Por ahora no se reúne
find-usual = Una de mis reuniones habituales
find-add = Añadir a mis reuniones habituales
find-added = Añadida a tus reuniones habituales.
find-directions = Cómo llegar
find-join = Unirse
find-from-list = De la lista: { $name }
find-notes = La lista dice

lists-title = Listas de reuniones
lists-text = Una lista se queda en este dispositivo. No dice nada de ti.
lists-meetings =
    { $count ->
        [one] 1 reunión
       *[other] { $count } reuniones
    }
lists-taken = Tomada { $day }
lists-remove = Quitar: { $name }
lists-removed = Se quitó la lista. Tus reuniones habituales se quedan.
lists-take = Tomar una lista
lists-take-text = Elige un archivo: Meeting Guide (JSON o CSV) o BMLT (JSON).
lists-choose = Elegir un archivo
lists-found = En { $name }
lists-format-meeting_guide = Meeting Guide
lists-format-meeting_guide_table = Meeting Guide, una tabla
lists-format-bmlt = BMLT
lists-format-bmlt_admin = BMLT, filas de su administración
lists-name = Nombre de la lista
lists-edition = Esto es
lists-edition-new = Una lista nueva
lists-edition-of = Una edición más nueva de { $name }
lists-edition-note = Ocupa el lugar de la lista que está aquí. Aquí no se puede deshacer: para volver, toma el archivo anterior.
lists-new = Nuevas
lists-changed = Cambiadas
lists-same = Iguales
lists-gone = Ya no están
lists-gone-usual = Estas reuniones habituales ya no están en ella. Se quedan, marcadas:
lists-sample = Las primeras
lists-unread =
    { $count ->
        [one] 1 cosa no se pudo leer
       *[other] { $count } cosas no se pudieron leer
    }
lists-unread-row = Fila { $row }
lists-unread-skipped = se deja fuera
lists-unread-first = Se muestran las primeras { $count }.
lists-fault-not_a_meeting = no es una reunión
lists-fault-no_name = sin nombre
lists-fault-no_key = nada la distingue
lists-fault-not_a_day = no es un día de la semana
lists-fault-not_a_time = no es una hora
lists-fault-unknown_zone = zona horaria desconocida; se toma la tuya
lists-fault-not_a_link = su enlace no es seguro; se omite
lists-fault-unknown_venue = no dice si es en un lugar o en línea
lists-fault-not_published = quienes hacen la lista no la publican
lists-fault-same_key = está dos veces
lists-fault-too_long = demasiado largo; se corta
lists-fault-too_many = más de las que se guardan
lists-import =
    { $count ->
        [one] Tomar 1 reunión
       *[other] Tomar { $count } reuniones
    }
lists-working = Tomando la lista
lists-stop = Parar
lists-stopped = Se paró. No cambió nada.
lists-done = Tomada: { $name }.
lists-too-large = Este archivo es demasiado grande. Se puede tomar una lista de 64 MB como máximo.
lists-unknown = Esto no es una lista de reuniones que Handrail pueda leer.
lists-nothing = No hay ninguna reunión en esta lista.
lists-broken = Este archivo está dañado. Consíguelo otra vez e intenta de nuevo.
