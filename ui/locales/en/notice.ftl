# Words that appear outside the app. They say nothing of treatment.
notice-title = Handrail
notice-upcoming = You have something at { $time }.
# In a calendar file for other programs.
notice-calendar-title = Appointment
notice-calendar-reminder = Coming up
