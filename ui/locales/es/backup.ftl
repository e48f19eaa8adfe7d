# Copias de respaldo, las copias de este dispositivo y qué hacer cuando el registro no se abre.

strength-minutes = Débil. Quien tenga una copia de tu registro y una computadora rápida necesita menos de una hora.
strength-days = Débil. Aguantaría días contra quien tenga una copia de tu registro y una computadora rápida.
strength-years = Regular. Aguantaría años contra quien tenga una copia de tu registro y una computadora rápida.
strength-lifetimes = Fuerte. Aguantaría toda una vida contra quien tenga una copia de tu registro y una computadora rápida.
strength-ages = Muy fuerte. Aguantaría siglos contra quien tenga una copia de tu registro y una computadora rápida.
strength-weak-keyboard = Las teclas que están juntas se prueban primero.
strength-weak-repeats = Repetir lo mismo agrega poco.
strength-weak-sequence = Series como abc o 123 agregan poco.
strength-weak-date = Los años y las fechas se prueban pronto.
strength-weak-common = Mucha gente usa esta. Se prueba primero.
strength-weak-word = Una sola palabra o un nombre se prueba pronto. Varias palabras aguantan más.
suggest-words = Sugerir palabras
suggest-text = Elegidas al azar, ahora mismo, en este dispositivo. Escríbelas en papel o repítelas hasta que se te queden.
suggest-take = Usar estas palabras
suggest-others = Otras palabras
suggest-taken = Ya están en los dos campos. Escríbelas en papel o apréndelas antes de seguir.

backup-title = Copia de respaldo
backup-short = Para el día en que este dispositivo se pierda o se dañe
backup-last = Última copia de respaldo
backup-last-never = Todavía no tienes copia de respaldo
backup-last-old = Fue hace más de 30 días.
backup-last-text = Si este dispositivo se pierde o se daña, tu registro se va con él. Una copia de respaldo lo trae de vuelta.
backup-make = Hacer una copia de respaldo
backup-make-text = Es un solo archivo bloqueado. Guárdalo lejos de este dispositivo, por ejemplo en una memoria USB.
backup-demo = Los datos inventados no tienen copias de respaldo. En tu propio registro las haces aquí.
backup-restore = Traer una copia de respaldo
backup-restore-detail = Primero ves lo que tiene
backup-copies = Copias que guarda Handrail
backup-copies-detail = Se hacen solas, en este dispositivo
backup-kept = Registros apartados
backup-kept-detail = Los que dejaron su lugar a otro
backup-holds = Qué lleva una copia de respaldo
backup-holds-all = Todo tu registro: sesiones, grupos, tu plan, registros del día, notas y tus ajustes.
backup-holds-not = No lleva lo que muestra la pantalla de bloqueo sin la frase de acceso, ni tus propias líneas de crisis, ni tu PIN.
backup-holds-tool = Es un archivo en el formato age. La herramienta libre “age” también lo abre, con la misma frase. Adentro hay una base de datos SQLite. Así puedes llegar a tu registro sin Handrail.
backup-holds-lost = Sin su frase o su clave nadie puede abrirla.

backup-with = Qué la abre
backup-with-own = Una frase propia
backup-with-own-detail = Puede ser distinta de la que usas para desbloquear
backup-with-key = Mi clave de recuperación
backup-with-key-detail = La última que anotaste
backup-passphrase = Frase de la copia de respaldo
backup-save = Guardar la copia de respaldo
backup-saved = Tu copia de respaldo está guardada y revisada:
backup-not-saved = No se guardó ninguna copia de respaldo.

backup-choose-text = Elige una copia de respaldo que guardó Handrail. Su nombre termina en .age.
backup-choose = Elegir una copia de respaldo
backup-choose-other = Elegir otra
backup-chosen = Elegida: { $name }
backup-secret = Su frase o la clave de recuperación
backup-secret-hint = La clave es la del registro del que se hizo.
backup-look = Ver lo que tiene
backup-inside = Lo que tiene
backup-made = Hecha el { $date }
backup-latest = Lo último que tiene es del { $date }
backup-count = Cuántos
backup-empty = Todavía no tiene nada.
backup-new-passphrase = Frase de acceso nueva para este registro
backup-new-text = Será tu registro aquí, con una frase de acceso que eliges ahora y una clave de recuperación nueva.
backup-new-kept = El registro que está aquí ahora se aparta tal como está. Puedes volver a ponerlo.
backup-current = Frase de acceso del registro que está aquí ahora
backup-restore-button = Usarla como mi registro
rule-not-a-backup = Esta no es una copia de respaldo que guardó Handrail, o está dañada. No se cambió nada.
rule-choose-again = Elige el archivo otra vez. Solo se conserva 15 minutos.

copies-text = Handrail guarda una copia los días en que algo cambió y antes de cada actualización. De las más nuevas: 7 días, 4 semanas, 6 meses. Están junto a tu registro y se abren con la misma frase de acceso o clave de recuperación.
copies-not-a-backup = Sirven si el registro se daña. Si se pierde este dispositivo, se pierden también.
copies-none = Todavía no hay ninguna
copies-none-text = La primera se hace sola cuando hayas puesto algo.
copies-update = antes de una actualización
copies-of = Copia del { $date }
copies-secret = Frase de acceso o clave de recuperación
copies-look = Ver lo que tiene
copies-use = Volver a esta copia
copies-use-text = El registro que está aquí ahora se aparta tal como está. Puedes volver a ponerlo.
copies-used = Tu registro está de nuevo como estaba el { $date }.

kept-text = Cuando una copia o un nuevo comienzo toma el lugar de tu registro, el anterior se queda aquí, bloqueado como estaba.
kept-none = No hay nada apartado
kept-on = Apartado el { $date }
kept-not-whole = Le falta una parte. No se puede volver a poner así.
kept-back = Volver a ponerlo
kept-back-text = Será de nuevo tu registro, con su propia frase de acceso. El que está aquí ahora se aparta.
kept-delete = Borrar para siempre
kept-delete-title = ¿Borrar este registro para siempre?
kept-delete-text = Entonces ya no estará. Esto no se puede deshacer.
kept-deleted = Ya no está.

trouble-key-missing-title = Falta la llave de tu registro
trouble-key-missing-text = El registro está aquí, pero no el archivo que lo abre. Sin él, tu frase de acceso no abre nada. No se cambió nada.
trouble-key-damaged-title = La llave de tu registro está dañada
trouble-key-damaged-text = No se puede leer ninguna de las dos copias del archivo que lo abre. No se cambió nada.
trouble-database-missing-title = Falta tu registro
trouble-database-missing-text = La llave está aquí, pero no el archivo con tu registro. Quizás lo movieron o lo borraron. No se cambió nada.
trouble-database-empty-title = Tu registro es un archivo vacío
trouble-database-empty-text = El archivo está aquí, pero no tiene nada. No se cambió nada.
trouble-database-foreign-title = Este archivo no es de Handrail
trouble-database-foreign-text = En el lugar de tu registro hay un archivo de otra cosa. No se cambió nada.
trouble-database-damaged-title = Tu registro está dañado
trouble-database-damaged-text = Una parte de su archivo no se puede leer. Quizás mucho sigue bien. No se cambió nada.

remedy-copies = Volver a una copia
remedy-copies-detail = Handrail la guardó en este dispositivo. Pide tu frase de acceso o clave de recuperación
remedy-backup = Traer una copia de respaldo
remedy-backup-detail = Un archivo que guardaste
remedy-salvage = Rescatar lo que se puede leer
remedy-salvage-detail = Lo demás queda como está. Pide tu frase de acceso o clave de recuperación
remedy-kept = Volver a poner un registro
remedy-kept-detail = Uno que se apartó antes
remedy-anew = Empezar de nuevo
remedy-anew-detail = Lo que está aquí se guarda aparte

salvage-text = Handrail lee todo lo que todavía se puede leer y hace con eso un registro nuevo. El archivo dañado se aparta y no cambia ni un byte. Tu frase de acceso sigue siendo la misma.
salvage-go = Rescatar lo que se puede leer
salvage-done-title = Esto se pudo rescatar
salvage-done-text = Ahora es tu registro. El archivo dañado se queda en Más, en Copia de respaldo.
salvage-saved = Rescatado
salvage-lost = Una parte no se pudo leer
salvage-none = No se pudo leer nada.
salvage-latest = Tus últimos cambios no se pudieron leer. Revisa lo que escribiste al final.
salvage-stand-ins =
    { $count ->
        [one] Un nivel de cuidado no se pudo leer. En su lugar hay uno que solo tiene sus días, para guardar sus sesiones. Puedes completarlo.
       *[other] { $count } niveles de cuidado no se pudieron leer. En el lugar de cada uno hay uno que solo tiene sus días, para guardar sus sesiones. Puedes completarlos.
    }
rule-nothing-reads = Se puede leer muy poco para rescatar algo. No se cambió nada. Vuelve mejor a una copia.
salvage-on = Seguir

anew-text = Empiezas con un registro vacío. Lo que está aquí ahora se aparta tal como está y sigue bloqueado. Si aparece su frase de acceso, su clave o una copia, puedes volver a ponerlo.
anew-backup-text = Lo que está aquí ahora se aparta tal como está y sigue bloqueado. Luego eliges tu copia de respaldo. Si después aparece la frase de acceso o la clave, puedes volver a poner el registro anterior.
anew-go = Apartarlo y seguir

neither-button = No tengo ninguna de las dos
neither-title = Sin ninguna de las dos
neither-text = Ahora nadie puede abrir este registro, nosotros tampoco. Pero puedes seguir, y nada se borra.
neither-backup = Tengo una copia de respaldo
neither-backup-detail = Se abre con su propia frase
have-backup = Tengo una copia de respaldo
bring-title = Trae de vuelta tu registro
bring-text = De una copia de respaldo que guardaste, en este dispositivo o en otro.

news-key-text = Tu registro está de vuelta. Esta es su clave de recuperación nueva. La clave anterior no lo abre.
