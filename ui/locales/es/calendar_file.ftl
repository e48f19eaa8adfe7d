# Archivos de calendario: entra el de la clínica, sale lo que viene.

treatment-view-file = Archivo de calendario
treatment-view-file-text = Trae el horario que te dio tu programa, o guarda el tuyo para otro calendario

calfile-no-care = Aún no hay programa
calfile-no-care-text = Primero empieza tu programa. Después, tus sesiones pueden venir de un archivo.
calfile-to-treatment = Ir al tratamiento

calfile-in = Traer un calendario
calfile-in-text = Elige el archivo .ics que te dio tu programa. Verás lo que contiene antes de que algo cambie. Trae uno más nuevo cuando quieras: nada se agrega dos veces, y lo que respondiste o cambiaste se queda.
calfile-program = Programa
calfile-program-name = { $level }, desde el { $day }
calfile-choose = Elegir un archivo
calfile-malformed = Este no es un archivo de calendario, o está dañado. No se cambió nada.
calfile-too-large = Este archivo es demasiado grande para un calendario. No se cambió nada.
calfile-found = En { $name }
calfile-span = Del { $from } al { $to }.
calfile-nothing = No hay nada que traer para estos días.
calfile-all-here = Todo esto ya está aquí. No hay nada que traer.
calfile-more = { $count ->
    [one] Mostrar 1 más
   *[other] Mostrar { $count } más
}
calfile-add = { $count ->
    [one] Agregar 1 sesión
   *[other] Agregar { $count } sesiones
}
calfile-update = Actualizar mis sesiones
calfile-done = Agregadas: { $added }. Cambiadas: { $changed }. Quitadas: { $removed }.

calfile-untitled = Sin título
calfile-event-kind = Qué es “{ $title }”
calfile-event-span = Del { $from } al { $to }.
calfile-event-goes-on = Sigue después.
calfile-event-cancelled = Tu programa lo canceló.
calfile-event-new = { $count ->
    [one] 1 nueva
   *[other] { $count } nuevas
}
calfile-event-changed = { $count ->
    [one] 1 cambia
   *[other] { $count } cambian
}
calfile-event-gone = { $count ->
    [one] 1 se quita
   *[other] { $count } se quitan
}
calfile-event-kept = { $count ->
    [one] 1 se queda como tú la tienes
   *[other] { $count } se quedan como tú las tienes
}
calfile-event-same = { $count ->
    [one] 1 sigue igual
   *[other] { $count } siguen igual
}
calfile-event-overlaps = { $count ->
    [one] 1 es a la misma hora que otra sesión.
   *[other] { $count } son a la misma hora que otra sesión.
}

calfile-unread = { $count ->
    [one] 1 entrada no se usa
   *[other] { $count } entradas no se usan
}
calfile-unread-line = Línea { $line }:
calfile-unread-more = { $count ->
    [one] Y 1 más.
   *[other] Y { $count } más.
}
calfile-unread-broken = No está completa.
calfile-unread-no_start = No dice cuándo empieza.
calfile-unread-no_uid = No tiene un nombre propio, así que un archivo más nuevo no se podría comparar con ella.
calfile-unread-bad_date = Una de sus fechas no se puede leer.
calfile-unread-bad_rule = No se puede leer cómo se repite.
calfile-unread-too_often = Se repite más seguido que cualquier sesión.
calfile-unread-unknown_zone = No se conoce su zona horaria.
calfile-unread-too_long = Dura más de un día.
calfile-unread-all_day = Es para días enteros y no tiene hora.
calfile-unread-outside_span = Nada de ella está en estos días.
calfile-unread-superseded = El archivo tiene una versión más nueva de ella.
calfile-unread-too_many = El archivo contiene demasiado. El resto no se lee.

calfile-out = Guardar para otro calendario
calfile-out-text = Guarda las sesiones que vienen como archivo .ics. El calendario de tu teléfono o computadora lo puede abrir.
calfile-out-weeks = Hasta cuándo
calfile-out-weeks-count = { $count ->
    [one] 1 semana
   *[other] { $count } semanas
}
calfile-out-titles = Cómo se llaman las sesiones
calfile-out-neutral = “Cita”
calfile-out-neutral-text = No dice nada del tratamiento, porque otras personas pueden ver tu calendario
calfile-out-kind = Qué son y dónde
calfile-out-kind-text = Como “Terapia de grupo”, con el nombre y la dirección de tu programa
calfile-out-remind = Recordatorio
calfile-out-remind-none = Ninguno
calfile-out-remind-before = { $time } antes
calfile-out-warning = El archivo no está protegido. Tus notas nunca están en él.
calfile-out-save = Guardar el archivo
calfile-out-none = No hay sesiones planeadas en ese tiempo, así que no hay nada que guardar.
calfile-out-not-saved = No se guardó nada.
calfile-out-saved = { $count ->
    [one] Se guardó 1 sesión:
   *[other] Se guardaron { $count } sesiones:
}
