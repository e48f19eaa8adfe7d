# Palabras que aparecen fuera de la aplicación. No dicen nada del tratamiento.
notice-title = Handrail
notice-upcoming = A las { $time } tienes algo.
notice-upcoming-day = El { $day } a las { $time } tienes algo.
notice-past = A las { $time } tenías algo.
notice-past-day = El { $day } a las { $time } tenías algo.
notice-due-today = Tienes algo para hoy.
notice-due-tomorrow = Tienes algo para mañana.
notice-due = Tienes algo para el { $day }.
notice-asks = Hasta las { $time } tenías algo. ¿Fuiste?
notice-weekday-monday = lunes
notice-weekday-tuesday = martes
notice-weekday-wednesday = miércoles
notice-weekday-thursday = jueves
notice-weekday-friday = viernes
notice-weekday-saturday = sábado
notice-weekday-sunday = domingo
notice-missed =
    { $count ->
        [one] Llegó 1 recordatorio mientras este dispositivo estaba apagado.
       *[other] Llegaron { $count } recordatorios mientras este dispositivo estaba apagado.
    }
notice-ended = Abre Handrail para que los recordatorios sigan.
notice-test = Así se ve un recordatorio.
# Its buttons.
notice-yes = Sí
notice-no = No
notice-snooze-ten = En 10 minutos
notice-snooze-hour = En una hora
notice-snooze-evening = Esta noche
notice-snooze-tomorrow = Mañana
# In a calendar file for other programs.
notice-calendar-title = Cita
notice-calendar-reminder = Pronto
# The icon in the panel while Handrail goes on without a window.
notice-tray-open = Abrir
notice-tray-lock = Bloquear
notice-tray-quit = Salir
