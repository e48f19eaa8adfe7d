# Más: recordatorios, privacidad y bloqueo, mover registros, idioma, acerca de.

more-reminders = Recordatorios
more-reminders-short = Qué aparece y cuándo

lead-label = Cuánto tiempo antes
lead-own = Otro tiempo
lead-own-label = Tu propio tiempo antes
lead-own-hint = Hasta 4 semanas.

more-privacy = Privacidad y bloqueo
more-privacy-short = Qué detiene el bloqueo y qué no
more-lock = Bloqueo
more-lock-now = Bloquear ahora
more-lock-after = Bloquear solo
more-lock-after-hint = Cuando nadie toca Handrail por este tiempo.
more-lock-after-short = Se bloquea después de { $minutes } min
more-lock-minutes =
    { $count ->
        [one] Después de 1 minuto
        [60] Después de 1 hora
        [120] Después de 2 horas
       *[other] Después de { $count } minutos
    }
more-lock-by-hand = Solo cuando yo lo bloqueo
more-lock-never = Solo se bloquea a mano
more-lock-demo = Los datos inventados no tienen bloqueo. Tu propio registro sigue bloqueado mientras miras.
more-key-not-kept = Falta anotar la clave de recuperación
more-key-not-kept-text = Si ahora olvidas tu frase de acceso, nadie puede abrir tu registro. Toma un minuto: haz una clave y escríbela en papel.
more-key-new = Hacer una clave de recuperación
more-key-old = Si anotaste una clave antes, ya no abre tu registro cuando haces esta. Todavía abre las copias de respaldo que se hicieron con ella y un registro anterior que se guardó aparte.
more-key-show = Mostrar la clave nueva
more-key-saved = Tu copia está bien. Guárdala en un lugar seguro.
more-stops = Qué detiene el bloqueo
more-stops-device = A quien agarra este dispositivo y quiere leer en él.
more-stops-file = A quien copia sus archivos o una copia de respaldo.
more-stops-notices = Mientras está bloqueado, los recordatorios no dicen nada del tratamiento.
more-stops-sends = Handrail no manda nada a nadie. No tiene cuenta ni usa la red.
more-cannot = Qué no puede detener
more-cannot-passphrase = A quien sabe tu frase de acceso.
more-cannot-malware = Un programa dañino en este dispositivo.
more-cannot-device = A quien tiene este dispositivo y borra los archivos de Handrail, o aparta tu registro y lo destruye. Aun así no puede leerlo. Ayuda una copia de respaldo en otro lugar.
more-cannot-court = Una orden de un juez.
more-cannot-supervision = Reglas de libertad condicional o a prueba que dejan que alguien mire.
more-know = Es bueno saber
more-know-own = Este es tu propio registro, no el de una clínica. La ley no lo protege como protege los registros de una clínica.
more-know-lost = Si pierdes la frase de acceso y la clave de recuperación, nadie puede abrir el registro ni sus copias. Una copia de respaldo con su propia frase se sigue abriendo.
more-know-device = Handrail no es un aparato médico ni atención de emergencia. En una emergencia llama al 911. En una crisis llama o manda un mensaje al 988.

more-record = Mover registros
more-record-short = En un archivo abierto, para usarlo en otra parte
more-out = Guardar todo en un archivo
more-out-text = Un archivo lleva todo tu registro, para pasarlo a otro dispositivo o para conservarlo. No van en él las listas de reuniones, ni lo que muestra la pantalla de bloqueo, ni tus propias líneas de crisis: vuelve a ponerlas allí.
more-out-warning = Quien tenga este archivo puede leerlo. No está bloqueado: para uno bloqueado haz una copia de respaldo. Bórralo cuando ya no lo necesites.
more-out-button = Guardar una copia
more-out-saved = Tu copia está guardada:
more-out-not-saved = No se guardó ninguna copia.
more-in = Traer un archivo
more-in-text = Trae un archivo que guardó Handrail. Primero ves lo que tiene. Nada cambia hasta que tú lo digas.
more-in-button = Elegir un archivo
more-in-found = En { $name }
more-in-kind = Tipo
more-in-new = Nuevos
more-in-changed = Cambian
more-in-same = Iguales
more-in-replaces = Lo nuevo se agrega. Lo que cambia reemplaza lo que está aquí. Lo demás no se toca.
more-in-take = Traerlo
more-in-nothing = Todo esto ya está aquí. No hay nada que traer.
more-in-done = Todo está adentro.
more-in-newer = Este archivo lo guardó un Handrail más nuevo. Actualiza Handrail en este dispositivo e intenta otra vez. No se cambió nada.
more-in-malformed = Este archivo no lo guardó Handrail, o está dañado. No se cambió nada.
more-kind-choices = Ajustes
more-kind-episodes = Programas
more-kind-phases = Etapas de programas
more-kind-patterns = Horarios de la semana
more-kind-closures = Días libres
more-kind-sessions = Sesiones
more-kind-call-lines = Líneas para llamar
more-kind-calls = Llamadas a esas líneas
more-kind-meetings = Reuniones de siempre
more-kind-attendances = Reuniones a las que fuiste
more-kind-signatures = Firmas
more-kind-requirements = Reuniones que te piden
more-kind-pauses = Pausas
more-kind-goals = Metas
more-kind-sponsors = Padrinos y madrinas
more-kind-steps = Pasos
more-kind-commitments = Servicio
more-kind-counters = Fechas de recuperación
more-kind-chips = Colores de fichas
more-kind-plan-versions = Versiones de tu plan
more-kind-check-ins = Registros del día
more-kind-mooring-lines = Amarras
more-kind-mooring-weeks = Semanas de amarras
more-kind-aftercare = Después del programa
more-kind-aftercare-done = Hecho después del programa
more-kind-assessments = Cuestionarios
more-kind-slips = Tropiezos
more-kind-rides = Veces que aguantaste
more-kind-reminder-rules = Qué te avisa
more-kind-own-reminders = Recordatorios tuyos
more-kind-payers = Quién paga
more-kind-authorizations = Lo que está cubierto
more-kind-fees = Lo que paga
more-kind-account-entries = Cargos y pagos
more-kind-other = Otros

more-language = Idioma y semana
more-language-en = English
more-language-es = Español
more-week = Tu semana empieza el
more-week-hint = Las horas y los grupos se cuentan por esta semana.

more-learn = Aprender
more-learn-short = Niveles de cuidado, qué es un IOP, qué preguntar

more-about = Acerca de Handrail
more-about-short = Versión, licencias, datos inventados
more-version = Versión { $version }
more-about-what = Un registro privado para personas en tratamiento por alcohol o drogas: horas, grupos de apoyo y un plan para los momentos difíciles.
more-licences = Licencias
more-licences-own = Handrail es software libre bajo la licencia MIT o la licencia Apache 2.0, como prefieras.
more-licences-font = Las letras son Atkinson Hyperlegible Next, del Braille Institute, bajo la licencia SIL Open Font 1.1.
