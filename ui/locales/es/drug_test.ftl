# Pruebas de drogas, y la línea a la que se llama para las que son al azar. Los
# resultados están solo aquí: nunca en un título, un aviso o un recordatorio.

treatment-view-tests = Pruebas de drogas
treatment-view-tests-text = La línea a la que llamas, tus pruebas y sus resultados

test-empty = Aún no hay pruebas de drogas
test-empty-text = Algunos programas hacen pruebas al azar: llamas cada día a una línea para oír si sale tu color o número. Agrega la línea y Hoy te preguntará mientras esté abierta. Las pruebas de tu calendario también aparecen aquí.

test-call = Llama hoy a la línea
test-opens = Abre a las { $time }
test-open-until = Abierta hasta las { $time }
test-closed = Cerró a las { $time }; aún puedes anotar lo que oíste.
test-not-up = No me toca
test-up = Me toca hoy
test-was-up = Tocó
test-called-not-up = Llamaste: no te toca
test-not-logged = Sin anotar
test-due = Prueba antes de las { $time }
test-due-day = Prueba antes de las { $time }, { $day }
test-not-today = Hoy no hay que llamar
test-next = La próxima: { $day }
test-change = Cambiar la respuesta

test-due-field = Prueba antes de las
test-due-hint = La prueba aparecerá en tu calendario.
test-line = Tu línea
test-line-add = Agregar una línea
test-line-edit = Cambiar la línea
test-line-name = Tu color o número
test-line-phone = Teléfono de la línea
test-line-opens = Abre a las
test-line-closes = Cierra a las
test-line-closes-hint = Puede ser después de medianoche. Si es la misma hora: siempre abierta.
test-line-days = Días para llamar
test-line-first = Primer día
test-line-last = Último día
test-line-delete-hint = Al eliminarla se van la línea y sus llamadas. Tus pruebas se quedan.
test-line-deleted = La línea se eliminó.
test-hours = { $opens } a { $closes }
test-hours-always = Siempre abierta
test-every-day = Todos los días

test-calls = Llamadas
test-calls-none = Aún no hay llamadas anotadas.
test-call-add = Anotar una llamada
test-call-edit = Cambiar una llamada
test-call-day = Día
test-call-heard = Lo que oíste
test-call-deleted = La llamada se eliminó.

test-tests = Pruebas
test-tests-none = Aún no hay pruebas. Agrega una en el calendario o responde «Me toca hoy».
test-ahead = Próximas
test-older = Ver anteriores
test-show = Ver resultado
test-show-label = Ver resultado, { $day }
test-hide = Ocultar resultado
test-add = Agregar resultado
test-add-label = Agregar resultado, { $day }
test-edit = Cambiar
test-result-title = Prueba de drogas, { $day }
test-result = Resultado
test-medicines = Medicinas recetadas que pueden salir
test-remove = Quitar el resultado

result-negative = Negativo
result-expected = Esperado, por receta
result-positive = Positivo
result-dilute = Diluido
result-dilute-text = Demasiada agua para saberlo.
result-invalid = No válido
result-invalid-text = El laboratorio no pudo leerlo.
result-not_told = No me lo dijeron
