# Palabras que aparecen fuera de la aplicación. No dicen nada del tratamiento.
notice-title = Handrail
notice-upcoming = Tienes algo a las { $time }.
# In a calendar file for other programs.
notice-calendar-title = Cita
notice-calendar-reminder = Pronto
