# El registro de asistencia: qué muestra y adónde va.

record-title = Registro de asistencia
record-self = Declarado por ti. Handrail no afirma que un grupo lo haya confirmado.
record-signing = Un grupo puede negarse a firmar. Firmar no significa que forme parte de un programa.
record-of = De qué es
record-of-groups = Grupos de apoyo
record-of-treatment = Tratamiento
record-span = Fechas
record-span-month = Este mes
record-span-last = El mes pasado
record-span-90 = Últimos 90 días
record-span-start = Desde que empezó el tratamiento
record-span-own = Otras fechas
record-from = Primer día
record-to = Último día
record-too-long = Un registro abarca once años como máximo.
record-name = Nombre o iniciales
record-name-hint = Bastan las iniciales. Puedes dejarlo vacío.
record-case = Número de caso
record-groups = Qué grupos
record-groups-hint = Elige algunos, o ninguno para todos.
record-requirement = Lo que se pide
record-requirement-none = Nada
record-notes = Mostrar mis notas privadas
record-notes-hint = Quien reciba el papel puede leerlas.
record-notes-shown = Tus notas privadas están en este papel.
record-signatures = Espacio para firmar
record-signatures-hint = Para un nombre y una firma en cada fila.
record-language = Idioma del papel
record-sheet = Papel
record-sheet-letter = Carta
record-sheet-a4 = A4
record-preview = Vista previa
record-larger = Más grande
record-smaller = Más pequeño
record-pages =
    { $count ->
        [one] 1 página
       *[other] { $count } páginas
    }
record-page = Página { $page } de { $pages }
record-all = Mostrar todas las páginas
record-empty-groups = No hay reuniones en estos días. El papel también lo dice.
record-empty-treatment = No hay sesiones en estos días. El papel también lo dice.
record-unshown =
    { $count ->
        [one] 1 letra no se puede imprimir. La reemplaza un signo de pregunta.
       *[other] { $count } letras no se pueden imprimir. Las reemplaza un signo de pregunta.
    }
record-pdf = Guardar como PDF
record-csv = Guardar como tabla (CSV)
record-print = Imprimir
record-share = Compartir
record-open = El archivo no está cifrado. Quien lo reciba puede leerlo.
record-saved = Guardado: { $place }
record-shared = Entregado.
