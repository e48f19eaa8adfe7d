# Cuidado posterior: lo que sigue después del programa, lo que hay que ver antes de salir, y cuánto hace que empezó el tratamiento.

aftercare-title = Después del programa
aftercare-row = Lo que sigue cuando termine el programa
aftercare-empty = ¿Qué sigue después del programa?
aftercare-empty-text = Anota lo que quieres seguir haciendo y un pequeño próximo paso. Bastan unas líneas.
aftercare-add = Agregar a mi plan
aftercare-change = Cambiar
aftercare-list = Lo que sigo haciendo

area-groups = Grupos de apoyo
area-therapy = Terapia ambulatoria
area-alumni = Programa de exalumnos
area-medication = Medicación
area-doctor = Médico
area-home = Casa
area-work = Trabajo o escuela
area-family = Familia
area-health = Salud
area-money = Dinero
area-joy = Alegría
area-other = Otra cosa

aftercare-area = De qué se trata
aftercare-text = Lo que sigo haciendo
aftercare-next-step = Próximo paso
aftercare-next-step-hint = Una cosa pequeña que puedes hacer.
aftercare-due-on = Para cuándo
aftercare-due-hint = Lo que se repite necesita un día para empezar.
aftercare-before-leaving = Para ver antes de salir del programa
aftercare-note = Nota

aftercare-next = Sigue
aftercare-due = Para: { $day }
aftercare-was-due = Era para: { $day }
aftercare-times =
    { $count ->
        [one] Hecho una vez, el { $day }
       *[other] Hecho { $count } veces, la última el { $day }
    }
aftercare-done = Hecho
aftercare-done-name = Hecho: { $name }
aftercare-edit-name = Cambiar: { $name }
aftercare-finished = Anotado como hecho.
aftercare-again = Anotado como hecho. La próxima vez: { $day }.
aftercare-done-list =
    { $count ->
        [one] 1 cosa hecha
       *[other] { $count } cosas hechas
    }
aftercare-done-on = Hecho el { $day }
aftercare-reopen = Abrir otra vez
aftercare-reopen-name = Abrir otra vez: { $name }
aftercare-reopened = Está pendiente otra vez.
aftercare-removed = Se quitó.
aftercare-more = Otras partes de la vida
aftercare-more-text = Aquí no hay nada todavía. Agrega lo que te importa y deja lo demás.

aftercare-groups-idea-1 = Dos reuniones por semana
aftercare-groups-idea-2 = Encontrar un grupo base
aftercare-groups-idea-3 = Pedirle a alguien que sea mi padrino o madrina
aftercare-therapy-idea-1 = Terapia una vez por semana
aftercare-therapy-idea-2 = Elegir terapeuta para después
aftercare-alumni-idea-1 = Ir al grupo de exalumnos
aftercare-alumni-idea-2 = Llamar al programa una vez al mes
aftercare-medication-idea-1 = Renovar mi receta
aftercare-medication-idea-2 = Tener naloxona en casa
aftercare-doctor-idea-1 = Hacerme un chequeo con mi médico
aftercare-doctor-idea-2 = Hablar de cómo duermo
aftercare-home-idea-1 = Una casa donde nadie consume
aftercare-home-idea-2 = Preguntar por una vivienda sobria
aftercare-work-idea-1 = Hablar en el trabajo de mi horario
aftercare-work-idea-2 = Inscribirme en una clase
aftercare-family-idea-1 = Una noche por semana con mi familia
aftercare-family-idea-2 = Sesión de familia con mi terapeuta
aftercare-health-idea-1 = Caminar tres veces por semana
aftercare-health-idea-2 = Ir al dentista
aftercare-money-idea-1 = Hacer una lista de lo que debo
aftercare-money-idea-2 = Ahorrar un poco cada día de pago
aftercare-joy-idea-1 = Una cosa por semana solo por gusto
aftercare-joy-idea-2 = Volver a algo que me gustaba

aftercare-leaving = Antes de salir
aftercare-leaving-ends = Tu programa está previsto hasta el { $day }.
aftercare-leaving-text = Una lista para las últimas dos semanas de un programa.
aftercare-leaving-add = Agregar a esta lista
aftercare-leaving-left =
    { $count ->
        [0] El programa termina: { $day } · todo visto
        [one] El programa termina: { $day } · queda 1 cosa
       *[other] El programa termina: { $day } · quedan { $count } cosas
    }
aftercare-leaving-begin = El programa termina: { $day } · ¿qué falta ver?
aftercare-leaving-idea-therapy = Hacer la primera cita para después
aftercare-leaving-idea-medication = Pedir recetas y una lista de mis medicinas
aftercare-leaving-idea-groups = Elegir las reuniones a las que iré
aftercare-leaving-idea-family = Decirle a mi gente cuándo termina el programa
aftercare-leaving-idea-alumni = Preguntar cómo entrar al grupo de exalumnos
aftercare-leaving-idea-doctor = Pedir una copia del resumen de mi tratamiento
aftercare-leaving-idea-other = Leer mi plan con mi terapeuta

milestone-title = Desde que empezó el tratamiento
milestone-days =
    { $count ->
        [one] día
       *[other] días
    }
milestone-weeks =
    { $count ->
        [one] semana
       *[other] semanas
    }
milestone-months =
    { $count ->
        [one] 1 mes
       *[other] { $count } meses
    }
milestone-since = Desde el { $day }
