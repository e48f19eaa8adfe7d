# Cambiar y cancelar sesiones, días en que el programa cierra.

schedule-change = Cambiar el día o la hora
schedule-cancel = Cancelar la sesión
schedule-scope = ¿Qué sesiones?
schedule-scope-this = Solo esta
schedule-scope-following = Esta y todas las que siguen
schedule-scope-all = Todas
schedule-stays = Lo que ya anotaste queda como está.
schedule-weekday-hint = Las otras pasan al mismo día de la semana.
schedule-every = Cada cuánto
schedule-every-same = Como está ahora
schedule-every-weeks =
    { $weeks ->
        [one] Cada semana
       *[other] Cada { $weeks } semanas
    }
schedule-every-short = cada { $weeks } semanas
schedule-changed = Se guardó el cambio.
schedule-changed-overlaps = Se guardó el cambio. Es a la misma hora que otra sesión.
schedule-cancel-about = Para cuando el programa cancela una sesión.
schedule-cancel-this = Queda en tu calendario como cancelada.
schedule-cancel-others = Salen de tu calendario. Lo que ya anotaste queda.
schedule-cancelled = Cancelado.
schedule-moved-from = Antes: { $day }
schedule-closed = El programa está cerrado
schedule-closed-for = Cerrado: { $reason }
schedule-overlaps = Dos sesiones a la misma hora

treatment-view-closures = Días sin programa
treatment-view-closures-text = Feriados y otros días en que el programa cierra
closure-about = Las sesiones de estos días se cancelan. Si quitas los días, las sesiones vuelven.
closure-add = Agregar días sin programa
closure-edit = Cambiar los días sin programa
closure-none = Aún no hay días sin programa
closure-none-text = Agrega feriados o días en que el programa cierra.
closure-from = Primer día
closure-to = Último día
closure-reason = Por qué
closure-reason-hint = Por ejemplo, un feriado o nieve.
closure-level = Programa
closure-span = { $from } – { $to }
closure-cancels =
    { $count ->
        [0] No hay sesiones en estos días
        [one] 1 sesión cancelada
       *[other] { $count } sesiones canceladas
    }
closure-saved =
    { $count ->
        [0] Guardado. No hay sesiones en estos días.
        [one] Guardado. Se cancela 1 sesión.
       *[other] Guardado. Se cancelan { $count } sesiones.
    }
closure-lift = Abrir de nuevo
closure-lifted = El programa abre otra vez en estos días.
