# La constancia de asistencia en papel. Solo la lee el núcleo.
paper-groups-title = Registro de asistencia
paper-treatment-title = Registro de sesiones de tratamiento
paper-name = Nombre
paper-case = Número de caso
paper-span = Fechas
paper-span-of = { $from } a { $to }
paper-asked = Se pide
paper-self-reported = Declarado por la persona que lleva este registro. Handrail no afirma que un grupo, un programa o una persona haya confirmado nada de él.
paper-signing = Un grupo puede negarse a firmar. Una firma dice solo que alguien estuvo allí; no significa que el grupo forme parte de un programa o de un tribunal.
paper-empty-groups = No hay reuniones anotadas en estas fechas.
paper-empty-treatment = No hay sesiones anotadas en estas fechas.
paper-date = Fecha
paper-time = Hora
paper-group = Grupo
paper-place = Lugar o en línea
paper-kind = Tipo
paper-note = Nota
paper-notes = Notas
paper-signer = Nombre o iniciales
paper-signature = Firma
paper-planned = Previsto
paper-attended = Asistido
paper-state = Resultado
paper-signed = Firma, hecha en la pantalla
paper-signed-by = Firma de { $name }, hecha en la pantalla
paper-totals = Totales
paper-meetings =
    { $count ->
        [one] 1 reunión
       *[other] { $count } reuniones
    }
paper-of = { $name }: { $count }
paper-sessions =
    { $count ->
        [one] 1 sesión asistida
       *[other] { $count } sesiones asistidas
    }
paper-hours = { $hours } asistidas
paper-standing = { $done } de { $asked } que se piden, en las semanas o meses completos de estas fechas que ya terminaron
paper-said = Al { $day } faltaban { $owed }, según se dijo ese día
paper-make-ups = Lo recuperado cuenta después del { $day }
paper-settle = Todo debe quedar hecho hasta el { $day }
paper-paused = En pausa: { $from } a { $to }
paper-unanswered =
    { $count ->
        [one] 1 sesión más no tiene respuesta todavía y aquí no cuenta
       *[other] { $count } sesiones más no tienen respuesta todavía y aquí no cuentan
    }
paper-standing-left-out = Este registro deja fuera algunas reuniones, por eso no las compara con lo que se pide.
paper-standing-none = Estas fechas no contienen una semana o un mes completo ya terminado en que se pidiera algo.
paper-owed = Por recuperar al final: { $owed }
paper-minutes = { $hours } h { $minutes } min
paper-whole-hours = { $hours } h
paper-page = Página { $page } de { $pages }
paper-foot = Registro de asistencia declarado por la propia persona
paper-per-week =
    { $count ->
        [one] 1 por semana
       *[other] { $count } por semana
    }
paper-per-month =
    { $count ->
        [one] 1 por mes
       *[other] { $count } por mes
    }
paper-hours-week = { $hours } por semana
paper-hours-month = { $hours } por mes
paper-by-me = por decisión propia
paper-by-program = por el programa
paper-by-court = por un tribunal
paper-by-employer = por el trabajo
paper-asked-line = { $what }, { $amount }, { $by }
paper-counts-support_groups = Reuniones de grupos de apoyo
paper-counts-fellowship = Reuniones de { $name }
paper-counts-individual_sessions = Sesiones individuales
paper-counts-treatment_minutes = Horas de tratamiento
paper-month-1 = ene
paper-month-2 = feb
paper-month-3 = mar
paper-month-4 = abr
paper-month-5 = may
paper-month-6 = jun
paper-month-7 = jul
paper-month-8 = ago
paper-month-9 = sep
paper-month-10 = oct
paper-month-11 = nov
paper-month-12 = dic
paper-day = { $weekday } { $day } { $month } { $year }
paper-weekday-monday = lun
paper-weekday-tuesday = mar
paper-weekday-wednesday = mié
paper-weekday-thursday = jue
paper-weekday-friday = vie
paper-weekday-saturday = sáb
paper-weekday-sunday = dom
paper-state-attended = Asistió
paper-state-attended_in_part = Asistió en parte
paper-state-excused = Con excusa
paper-state-missed = No asistió
