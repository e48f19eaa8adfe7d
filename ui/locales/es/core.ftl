# El marco de cada pantalla: secciones, botones y lo que se dice cuando algo no funciona.

app-name = Handrail

nav-rooms = Secciones
nav-today = Hoy
nav-treatment = Tratamiento
nav-help = Ayuda ya
nav-groups = Grupos
nav-plan = Plan
nav-more = Más

back = Atrás
cancel = Cancelar
close = Cerrar
save = Guardar
done = Listo
next = Siguiente
skip = Saltar por ahora
add = Agregar
edit = Cambiar
delete = Borrar
undo = Deshacer
undone = Deshecho.
saved = Guardado.
try-again = Intentar otra vez
lock = Bloquear
show = Mostrar
hide = Ocultar
optional = opcional
hours-unit = horas
minutes-unit = minutos
draft-restored = Lo que escribiste antes sigue aquí.
draft-too-long = Esto es demasiado largo para guardarlo mientras escribes. Guárdalo o hazlo más corto.
draft-disk-full = Este dispositivo no tiene espacio: lo que escribes no se conserva hasta que lo guardes. Libera espacio y luego guárdalo.
draft-read-only = Handrail no puede escribir en este dispositivo: lo que escribes no se conserva.
draft-unkept = Lo que escribiste no se puede conservar
draft-unkept-text = Si bloqueas Handrail ahora, se pierde lo que escribiste y no guardaste. Guárdalo primero. Si este dispositivo no tiene espacio, libera un poco antes.
draft-unkept-lock = Bloquear de todos modos
draft-unkept-back = Volver a lo que escribí

call = Llamar
text-message = Mensaje
call-name = Llamar a { $name }
text-name = Mandar mensaje a { $name }

week-of-target = de { $target } esta semana
steps-picture = Asististe { $attended } de { $target }. { $possible ->
        [one] Todavía es posible una sesión.
       *[other] Todavía son posibles { $possible } sesiones.
    }
steps-picture-none-left = Asististe { $attended } de { $target }.
target-hours = meta { $target }
week = Semana
attended = Asististe
target = Meta
to-make-up = Por reponer
week-now = { $week } · ahora
nothing = –
hours-picture = Horas de asistencia de cada semana, junto a la meta. La tabla tiene los mismos números.

failure-locked = Handrail está bloqueado. Desbloquéalo para seguir.
failure-wrong-passphrase =
    { $seconds ->
        [0] Esa frase de acceso no es la correcta. Puedes intentar otra vez.
        [one] Esa frase de acceso no es la correcta. Puedes intentar otra vez en 1 segundo.
       *[other] Esa frase de acceso no es la correcta. Puedes intentar otra vez en { $seconds } segundos.
    }
failure-damaged = Una parte del registro en este dispositivo no se puede leer. No se cambió nada. Bloquea Handrail y desbloquéalo otra vez para ver qué se puede hacer.
failure-not-found = Esto ya no está aquí. Tal vez se borró.
failure-invalid = Algo aquí necesita un cambio.
failure-conflict = Esto se cambió en otro lugar mientras tanto. Míralo otra vez y luego guarda.
failure-newer-database = Este registro se hizo con un Handrail más nuevo. Actualiza Handrail para abrirlo.
failure-disk-full = Este dispositivo no tiene espacio. Libera espacio e intenta otra vez. Lo que escribiste sigue aquí.
failure-read-only = Handrail no puede escribir en este dispositivo. Lo que escribiste sigue aquí.
failure-in-use = Handrail ya está abierto en otra ventana.
failure-no-vault = Todavía no hay un registro en este dispositivo.
failure-internal = Algo salió mal en Handrail. No se perdió nada. Intenta otra vez.

# En una página que no funciona.
too-old = El visor web de este dispositivo es demasiado antiguo para Handrail. Tu registro queda como está. En Android, actualiza «Android System WebView» y «Chrome» en Play Store. En un iPhone, iPad o Mac, actualiza el sistema.

rule-required = Esto hace falta.
rule-too-short = Esto es muy corto.
rule-too-long = Esto es muy largo.
rule-too-small = Este número es muy pequeño.
rule-too-large = Este número es muy grande.
rule-control-characters = Hay signos que no se pueden guardar. Escríbelo otra vez.
rule-end-before-start = El final es antes del comienzo.
rule-not-a-date = Esto no es una fecha.
rule-not-a-time = Esto no es una hora.
rule-in-the-future = Esto está en el futuro.
rule-taken = Ya hay uno ese día.
rule-does-not-fit = Esto no concuerda con lo demás.
rule-unknown-zone = Esta zona horaria no se conoce.
rule-unknown = Esta opción no se conoce.
rule-newer = Este archivo se hizo con un Handrail más nuevo. Actualiza Handrail para leerlo.
rule-malformed = Esto no se pudo leer.
phone-malformed = Esto no es un número de teléfono.
rule-mistyped = Una de las letras o números no es correcta. Revisa lo que escribiste.
rule-wrong = Esto no es lo correcto. Revisa lo que escribiste y que sea la que corresponde.
rule-too-simple = Este se adivina pronto, como 123456. Elige otro.

signature-empty = Vacío. Firma aquí con el dedo, un lápiz o el ratón.
signature-drawn = Firmado. Se puede borrar y hacer de nuevo.
signature-clear = Borrar
