# Tratamiento: cuidado, sesiones, horas, el camino. También las palabras para los códigos que
# otras secciones muestran: tipos de sesión, estados, niveles, edades, programas.

kind-individual = Consejería individual
kind-group = Terapia de grupo
kind-family = Terapia familiar
kind-education = Clase educativa
kind-drug_test = Prueba de drogas
kind-case_management = Manejo de caso
kind-medication_visit = Cita de medicamentos
kind-psychiatric_visit = Cita de psiquiatría
kind-other = Otra

state-planned = Planeada
state-attended = Fui
state-attended_in_part = Fui a una parte
state-excused = Con permiso
state-missed = No fui
state-cancelled = El programa la canceló

level-partial_hospitalization = Hospitalización parcial
level-intensive_outpatient = Ambulatorio intensivo
level-outpatient = Ambulatorio
level-aftercare = Cuidado continuo

age-adult = Persona adulta
age-adolescent = Menor de 18

template-iop-evening = Programa de tarde
template-iop-evening-about = Deja el día libre para el trabajo o la escuela.
template-iop-morning = Programa de mañana
template-iop-morning-about = Deja la tarde libre para el trabajo o la familia.
template-iop-full = Programa de cinco días
template-iop-full-about = Una semana más llena, con las tardes libres.
template-php = Programa de día
template-php-about = Casi todo el día, de lunes a viernes. Muchas veces sigue a una estancia en el hospital.
template-outpatient = Sesión semanal
template-outpatient-about = Una sesión por semana, muchas veces después de un programa más lleno.
template-step-down = Programa que va bajando
template-step-down-about = Empieza con más días y poco a poco son menos.
template-own = Mi propio horario
template-own-about = Pon tú los días y las horas.

treatment-start-title = Tu programa
treatment-start-below = Elige el más parecido. Después puedes cambiarlo todo.
treatment-rhythm =
    { $days ->
        [one] 1 día por semana, { $each }
       *[other] { $days } días por semana, { $each } cada uno
    }
treatment-rhythm-down =
    { $third ->
        [one] { $first }, luego { $second }, luego 1 día por semana, { $each } cada uno
       *[other] { $first }, luego { $second }, luego { $third } días por semana, { $each } cada uno
    }
treatment-weekly = { $hours } por semana
treatment-weekly-down = de { $first } a { $last } por semana
treatment-usual-weeks = por lo general { $weeks } semanas
treatment-usual-open = sin final fijo

treatment-level = Nivel de cuidado
treatment-phase = Parte { $number }
treatment-days = Días
treatment-no-days = Elige los días en que vas.
treatment-same-time = La misma hora todos los días
treatment-starts-at = Empieza a las
treatment-length = Cuánto dura
treatment-kind = Qué es
treatment-day-again = { $day }, otra vez
treatment-add-to-day = Otra el { $day }
treatment-target-field = Meta por semana
treatment-target-hint = Tus días suman { $scheduled }.
treatment-weeks = Semanas
treatment-weeks-open = Déjalo vacío si no hay un final fijo.
treatment-add-phase = Agregar una parte con otros días
treatment-first-day = Primer día
treatment-first-day-hint = ¿Ya estás yendo? Pon el día en que empezaste.
treatment-first-day-follows = Lo que tienes ahora termina el día anterior.
treatment-first-today = Hoy
treatment-first-monday = Lunes, { $date }
treatment-zone = Zona horaria
treatment-zone-hint = La del lugar del programa.
treatment-zone-search = Busca una ciudad
treatment-zone-device = { $zone } · este dispositivo
treatment-zone-none = No se encontró nada. Prueba con la ciudad grande más cercana.
treatment-age = Edad
treatment-age-hint = Los programas para menores de 18 piden menos horas.
treatment-provider = A dónde vas
treatment-provider-fold = Nombre, teléfono, dirección, enlace
treatment-provider-name = Nombre del programa
treatment-provider-phone = Teléfono
treatment-provider-address = Dirección
treatment-provider-room = Salón o grupo
treatment-provider-link = Enlace para entrar en línea
treatment-provider-link-hint = Empieza con https://
treatment-start-save = Guardar mi programa
treatment-started = Tu programa está listo.

treatment-logged = { $kind }: { $state }
treatment-logged-hours = { $kind }: { $state }, { $hours }

level-partial_hospitalization-short = Parcial
level-intensive_outpatient-short = Ambulatorio intensivo
level-outpatient-short = Ambulatorio
level-aftercare-short = Cuidado continuo

treatment-tab-calendar = Calendario
treatment-tab-hours = Horas
treatment-tab-path = Camino
treatment-tab-more = Más
treatment-empty = Todavía no hay un programa
treatment-empty-text = Pon los días en que vas. Después verás aquí tu calendario, tus horas y tu camino.

treatment-week-before = Semana anterior
treatment-week-after = Semana siguiente
treatment-this-week = Esta semana
treatment-to-this-week = Volver a esta semana
treatment-week-span = { $from } – { $to }
treatment-week-empty = No hay sesiones esta semana.
treatment-week-number = Semana { $week }
treatment-hours-of = { $attended } de { $target }
treatment-today = Hoy, { $day }
treatment-going-on = En este momento
treatment-state-hours = { $state }, { $hours }

treatment-not-answered = Sin respuesta todavía
treatment-ahead-ask = ¿Ya lo sabes?
treatment-no-count = Esto no cuenta para tus horas.
treatment-note = Nota privada
treatment-note-hint = Solo tú puedes verla.
treatment-deleted = Se borró la sesión.
treatment-add = Agregar una sesión
treatment-add-about = Una que no es parte de tu semana normal.
treatment-added = { $kind } agregada, { $when }
treatment-day = Día

treatment-since = { $level } · desde el { $date }
treatment-without = No fui o con permiso
treatment-hours-missed = { $hours } no fui
treatment-hours-excused = { $hours } con permiso
treatment-hours-none = Tus horas aparecen aquí cuando tu programa empiece.
treatment-weeks-earlier = Semanas anteriores
treatment-weeks-later = Semanas siguientes
treatment-weeks-shown = Semanas { $from } – { $to }
treatment-weeks-all = Ver las { $count } semanas
standing-ahead = Ya viene
standing-now = Esta semana
standing-reached = Cumplida
standing-waiting = Espera tu respuesta
standing-free = Cerrado
standing-below = Debajo de la meta
standing-step_down = Va bajando, como se planeó

treatment-path = Tu camino
treatment-path-now = Ahora
treatment-path-done = Completado
treatment-path-starts = Empieza el { $date }
treatment-path-week = Semana { $week }
treatment-path-left =
    { $left ->
        [one] Semana { $week } de { $weeks } · queda 1 semana
       *[other] Semana { $week } de { $weeks } · quedan { $left } semanas
    }
treatment-path-last = Semana { $week } de { $weeks } · la última semana
treatment-path-next-phase = Sigue: { $hours } por semana desde el { $date }.
treatment-path-next-episode = Sigue: { $level } desde el { $date }.
treatment-from = Desde el { $from }
treatment-span = { $from } – { $to }
treatment-days-times = Días y horas
treatment-days-none = Sin sesiones semanales.
treatment-slot-days = { $days } · { $time }
treatment-zone-of = Zona horaria: { $zone }.
treatment-range = { $level }: { $span } (ASAM { $asam }, { $edition }.ª edición)
treatment-range-plain = { $level }: { $span }
treatment-range-least = { $least } por semana o más
treatment-range-below = menos de { $below } por semana
treatment-range-between = de { $least } a menos de { $below } por semana
treatment-provider-none = Todavía no hay nada aquí.
treatment-provider-edit = Cambiar
treatment-provider-add = Agregar a dónde vas
treatment-change = Cambiar días y horas
treatment-change-short = Cambiar días
treatment-change-from = Desde qué día
treatment-change-until = Vale hasta el { $date }, cuando empieza la parte siguiente. Lo que ya anotaste se queda.
treatment-change-end = Vale hasta el final planeado, el { $date }. Lo que ya anotaste se queda.
treatment-change-open = Vale desde entonces. Lo que ya anotaste se queda.
treatment-changed = Tus días cambiaron.
treatment-delete-level = Borrar { $level }
treatment-deleted-level = Se borró { $level } con sus sesiones.
treatment-next-level = El paso siguiente
treatment-next-level-about = Cuando pases a otro nivel de cuidado, empiézalo aquí.
treatment-next-level-start = Empezar el nivel siguiente
treatment-learn = Los niveles de cuidado, explicados
treatment-learn-about = PHP, IOP, ambulatorio y cuidado continuo, lado a lado
