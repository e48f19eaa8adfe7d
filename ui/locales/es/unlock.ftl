# Antes y detrás del bloqueo: desbloquear, recuperar, problemas con el registro y datos inventados.

one-moment = Un momento…
gate-step = Paso { $at } de { $of }

unlock-title = Hola de nuevo
unlock-passphrase = Frase de acceso
unlock-open = Desbloquear
unlock-wait = Espera { $time }
unlock-too-many = Demasiados intentos seguidos. Respira. Puedes intentar otra vez en un momento.
unlock-again = Ya puedes intentar otra vez.
unlock-wrong-help = Las mayúsculas cuentan. Toca el ojo para ver lo que escribes.
unlock-forgot = La olvidé
unlock-pin = PIN
unlock-use-passphrase = Usar la frase de acceso
unlock-use-pin = Usar el PIN
unlock-pin-wrong = Ese PIN no es el correcto. Puedes intentar otra vez.
unlock-pin-gone = El almacén de claves del sistema está bloqueado o ya no está, así que ahora no se puede usar el PIN. Usa tu frase de acceso.

passphrase-hint = Al menos 8 caracteres. Más larga es más segura: cuatro o cinco palabras que no tengan relación.
passphrase-again = Otra vez la misma
rule-not-the-same = Las dos no son iguales.

recovery-key = Clave de recuperación
recovery-title = Anota tu clave de recuperación
recovery-text = Si olvidas tu frase de acceso, esta clave abre tu registro.
recovery-paper = Escríbela en papel y guárdala lejos de este dispositivo. Solo se muestra ahora.
recovery-lost = Si se pierden la frase y la clave, nadie puede abrir el registro. Entonces solo ayuda una copia de respaldo con su propia frase.
recovery-last-group = Revisa tu copia
recovery-last-group-hint = Escribe el último grupo, los cuatro signos del final.
recovery-written = Ya la anoté
recovery-later = Lo haré después
recovery-later-hint = Puedes hacer una clave nueva cuando quieras en Más, en Privacidad y bloqueo.

recover-title = Usa tu clave de recuperación
recover-text = Escribe la clave que anotaste y elige una frase de acceso nueva. Tu registro queda como está.
recover-key-hint = Nueve grupos de cuatro. No importan las minúsculas, los espacios ni los guiones.
recover-new = Frase de acceso nueva
recover-open = Abrir mi registro
recover-wrong = Esta clave no tiene errores al escribirla, pero no abre este registro. Quizás hiciste después una clave más nueva.

made-up-title = Datos inventados
made-up-look = Mirar con datos inventados
made-up-text = Mira cómo se ve Handrail con una persona inventada. Antes se bloquea tu registro y queda como está.
made-up-now = Estás viendo a una persona inventada. Lo que cambies aquí se olvida cuando sales.
made-up-banner = Datos inventados
made-up-leave = Salir

trouble-what-to-do = Qué puedes hacer
trouble-same = Sigue igual.
trouble-mark = Si informas de esto, menciona esta palabra: { $id }
trouble-newer-title = Este registro necesita un Handrail más nuevo
trouble-newer-text = Lo escribió un Handrail más nuevo. No se cambió nada.
trouble-newer-do = Actualiza Handrail en este dispositivo y ábrelo otra vez.
trouble-in-use-title = Handrail ya está abierto
trouble-in-use-text = Tu registro está abierto en otra ventana. No se cambió nada.
trouble-in-use-do = Ve a esa ventana. O ciérrala e intenta otra vez aquí.
trouble-disk-full-title = Este dispositivo está lleno
trouble-disk-full-text = Handrail necesita un poco de espacio libre para abrir tu registro. No se cambió nada.
trouble-disk-full-do = Borra algo que ya no necesites e intenta otra vez.
trouble-read-only-title = Handrail no puede guardar aquí
trouble-read-only-text = El lugar donde está tu registro se puede leer, pero no escribir. No se cambió nada.
trouble-read-only-do = Revisa que el disco no esté protegido y que tu cuenta pueda cambiar archivos ahí. Luego intenta otra vez.
trouble-other-title = Algo salió mal
trouble-other-text = Es un error de Handrail, no tuyo. No se cambió nada.
trouble-other-do = Intenta otra vez. Si sigue así, cierra Handrail y ábrelo otra vez.
