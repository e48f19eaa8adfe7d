# Los registros del día por semanas y meses, junto a lo asistido. Solo cuenta; no dice nada de causas.

trend-title = Cómo he estado
trend-span = Desde cuándo
trend-span-weeks = 12 semanas
trend-span-months = 12 meses
trend-span-all = Todo
trend-limit = Aquí se ven los últimos 11 años. Día por día llega más atrás.
trend-add = Agregar cómo estuve
trend-empty = Todavía no hay días
trend-empty-text = Después del primero verás aquí cómo te fue.
trend-none = No hay nada anotado en este tiempo.
trend-how = Cómo estuve
trend-went = A qué fui
trend-beside = Lado a lado. Una cosa no tiene por qué causar la otra.
trend-picture = { $what }, a lo largo del tiempo. La tabla tiene los mismos números.
trend-table = Lo mismo en una tabla
trend-table-of = { $what }, en una tabla
trend-week = Semana del
trend-month = Mes
trend-days = Días
trend-mood = Ánimo
trend-mood-scale = Ánimo, de 1 a 5
trend-craving = Ganas de consumir
trend-craving-scale = Ganas, de 0 a 10
trend-sleep = Sueño
trend-halt = Días en que sentí
trend-days-most =
    { $count ->
        [one] 1 día
       *[other] { $count } días
    }
trend-use = Días de los que dije algo
trend-used = consumí
trend-not-used = no consumí
trend-treatment = Horas de tratamiento
trend-meetings = Grupos de apoyo
trend-meetings-most =
    { $count ->
        [one] 1 grupo
       *[other] { $count } grupos
    }
trend-average = Ánimo, ganas y sueño son promedios de los días que anotaste. Un hueco quiere decir: nada anotado.
trend-scores = Cuestionarios
trend-scores-text = PHQ-9, GAD-7 y BAM: formularios cortos que usan muchos programas.
trend-slips = Tropiezos
trend-slips-text = Lo que escribiste de alguno
trend-day-by-day = Día por día
trend-earlier-month = Mes anterior
trend-later-month = Mes siguiente
trend-month-none = No hay nada anotado en este mes.
