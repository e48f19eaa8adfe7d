# El primer minuto.

welcome-title = Hola. Esto es Handrail.
welcome-what = Guarda en un solo lugar tus horas de tratamiento, tus grupos de apoyo y tu plan, y está contigo en un momento difícil.
welcome-private = Nada sale de este dispositivo. Sin cuenta, sin red.
welcome-aside =
    { $count ->
        [one] En este dispositivo hay un registro apartado. Puedes recuperarlo en «Tengo una copia de respaldo».
       *[other] En este dispositivo hay { $count } registros apartados. Puedes recuperar uno en «Tengo una copia de respaldo».
    }
welcome-in-english = Everything in English
welcome-in-spanish = Todo en español
welcome-start = Empezar

welcome-passphrase-title = Elige una frase de acceso
welcome-passphrase-text = Bloquea tu registro. La escribes cuando abres Handrail.
welcome-passphrase-reset = Nadie puede cambiarla por ti, nosotros tampoco. En la página siguiente recibes una clave de recuperación para el día en que la olvides.

welcome-reminder-title = ¿Un recordatorio antes de las sesiones?
welcome-reminder-text = No dice nada del tratamiento. Esto es todo lo que alguien ve:
welcome-reminder-on = Avísame antes de una sesión
welcome-keep-running = Seguir cuando se cierra la ventana
welcome-keep-running-hint = Para que lleguen los recordatorios. En una computadora solo llegan mientras Handrail está en marcha.
welcome-finish = Ir a Hoy
