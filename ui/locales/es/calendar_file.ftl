# Archivos de calendario: entra el de la clínica, sale lo que viene.

treatment-view-file = Archivo de calendario
treatment-view-file-text = Traiga el horario que le dio su programa, o guarde el suyo para otro calendario

calfile-no-care = Aún no hay programa
calfile-no-care-text = Primero empiece su programa. Después, sus sesiones pueden venir de un archivo.
calfile-to-treatment = Ir al tratamiento

calfile-in = Traer un calendario
calfile-in-text = Elija el archivo .ics que le dio su programa. Verá lo que contiene antes de que algo cambie. Traiga uno más nuevo cuando quiera: nada se agrega dos veces, y lo que usted respondió o cambió se queda.
calfile-program = Programa
calfile-program-name = { $level }, desde el { $day }
calfile-file = Archivo de calendario de su programa
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
calfile-event-cancelled = Su programa lo canceló.
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
    [one] 1 se queda como usted la tiene
   *[other] { $count } se quedan como usted las tiene
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
calfile-out-text = Guarde las sesiones que vienen como archivo .ics. El calendario de su teléfono o computadora lo puede abrir.
calfile-out-weeks = Hasta cuándo
calfile-out-weeks-count = { $count ->
    [one] 1 semana
   *[other] { $count } semanas
}
calfile-out-titles = Cómo se llaman las sesiones
calfile-out-neutral = “Cita”
calfile-out-neutral-text = No dice nada del tratamiento, porque otras personas pueden ver su calendario
calfile-out-kind = Qué son y dónde
calfile-out-kind-text = Como “Terapia de grupo”, con el nombre y la dirección de su programa
calfile-out-remind = Recordatorio
calfile-out-remind-none = Ninguno
calfile-out-remind-before = { $time } antes
calfile-out-warning = El archivo no está protegido. Sus notas nunca están en él.
calfile-out-save = Guardar el archivo
calfile-out-none = No hay sesiones planeadas en ese tiempo, así que no hay nada que guardar.
calfile-out-not-saved = No se guardó nada.
calfile-out-saved = { $count ->
    [one] Se guardó 1 sesión:
   *[other] Se guardaron { $count } sesiones:
}
