# Lo que escribió la persona inventada. Solo lo lee el núcleo.
demo-payer = Plan de Salud Acorn
demo-clinic = Casa Cedro
demo-address = 214 Cedar Street, Springfield
demo-room = Sala 2
demo-family-note = Llevar la lista que hicimos Dana y yo.
demo-part-note = Salí antes, Mía tenía fiebre.
demo-good-note = Hablamos de los viernes por la noche. Me ayudó oír que no soy la única persona.

demo-reason-1 = Quiero estar de verdad en la obra de teatro de Mía, en mayo.
demo-reason-2 = Me gusta quién soy ahora por las mañanas.
demo-reason-3 = Conservar mi trabajo y las mañanas en el río.

demo-trigger-payday = Día de pago, pasar frente a Miller’s
demo-trigger-payday-do = Tomar la Ruta 9. Llamar a Jo desde el carro.
demo-trigger-brother = Discusiones con mi hermano
demo-trigger-brother-do = Salir del cuarto, caminar diez minutos.
demo-trigger-sleep = No dormir
demo-trigger-sleep-do = Sin teléfono después de las 10. Té y a la cama.
demo-trigger-alone = Los viernes por la noche a solas
demo-trigger-alone-do = Planear el viernes desde el miércoles: grupo, y luego Jo o una película con Mía.
demo-trigger-back = El dolor de espalda después del turno
demo-trigger-back-do = Estirarme, ducha caliente, las pastillas que permite la Dra. Lee. Nada más.
demo-trigger-bored = Aburrirme en casa
demo-trigger-bored-do = Hacer una cosa de la lista del refrigerador.

demo-situation-wedding = La boda de la prima Ana
demo-situation-wedding-plan = Ir con Jo. Manejar yo. Irme después del pastel. Agua mineral en la mano.
demo-situation-check = Llega el reembolso de impuestos
demo-situation-check-plan = Va primero a la cuenta de mi hermana. Decidimos entre las dos personas.

demo-sign-early-1 = Dejo de preparar el desayuno.
demo-sign-early-2 = Dos noches seguidas despierto después de medianoche.
demo-sign-middle-1 = Falto a una reunión y no le digo a nadie.
demo-sign-middle-2 = Pienso en los buenos tiempos de antes.
demo-sign-late-1 = Busco el número de Ray.
demo-sign-late-2 = Planeo una razón para salir a solas con efectivo.

demo-skill-river = Caminar hasta el río y volver
demo-skill-cold = Agua fría en la cara, diez respiraciones lentas
demo-skill-call = Llamar a Jo antes, no después
demo-skill-gum = Chicle de menta fuerte y un pódcast
demo-skill-gym = Gimnasio, cuarenta minutos
demo-skill-cook = Cocinar algo que tarde una hora

demo-person-sponsor = Jo
demo-person-program = Casa Cedro
demo-person-therapist = Dana R.
demo-person-sister = Elena

demo-place-1 = La cocina de Elena
demo-place-2 = La biblioteca de la calle Oak
demo-place-3 = El grupo del martes, abren a las 7
demo-remove-1 = Las botellas del garaje: fuera desde el 6 de enero
demo-remove-2 = El número de Ray, del teléfono y del cuaderno viejo

demo-routine-1 = En la cama a las 11
demo-routine-2 = Llamar a Jo dos veces
demo-routine-3 = Gimnasio el jueves
demo-routine-4 = Desayunar con Mía los días de escuela

demo-medicine-1 = Naltrexona
demo-medicine-1-how = 50 mg con el desayuno.
demo-medicine-2 = Naloxona en aerosol
demo-medicine-2-how = En el cajón de la cocina. Elena sabe usarla.

demo-slip-1 = Parar. Dejarlo. Es una vez, no todo.
demo-slip-2 = Ir a casa de Elena. No quedarme a solas.
demo-slip-3 = Llamar a Jo. Decir: «Usé, estoy a salvo, ¿puedes venir?»
demo-slip-4 = Llamar a Casa Cedro por la mañana e ir de todos modos a la próxima sesión.

demo-meeting-monday = Hora de almuerzo
demo-meeting-monday-place = Iglesia de la calle Primera, sótano
demo-meeting-tuesday = Martes por la noche
demo-meeting-tuesday-place = Biblioteca de la calle Oak, sala B
demo-meeting-saturday = Sábado en línea
demo-session-topic-1 = Detonantes y lo que ayuda
demo-session-topic-2 = Sueño y rutina
demo-session-topic-3 = Decir que no
demo-session-topic-4 = Hablar con la familia
demo-session-topic-5 = Dejar pasar el impulso
demo-session-led-by-1 = Dana
demo-session-led-by-2 = Marcus
demo-session-homework = Anotar tres detonantes y qué puedo hacer con cada uno
demo-topic-1 = Pedir ayuda
demo-topic-2 = El primer paso
demo-topic-3 = Los impulsos
demo-topic-4 = Gratitud

demo-check-in-1 = Día largo, pero fui.
demo-check-in-2 = Por fin dormí bien.
demo-check-in-3 = Discutí por teléfono. Salí a caminar.

demo-mooring-1 = En la cama a las 11
demo-mooring-2 = Llamar a Jo antes del trabajo
demo-mooring-3 = Dos reuniones por semana
demo-mooring-4 = Gimnasio los jueves
demo-mooring-5 = Desayunar con Mía los días de escuela

demo-aftercare-river = El río el sábado por la mañana
demo-aftercare-river-next = Invitar a Elena.
demo-aftercare-groups = Dos reuniones por semana
demo-aftercare-groups-next = Probar la del sábado en persona.
demo-aftercare-therapy = Ver a Dana los martes después del programa
demo-aftercare-therapy-next = Preguntarle qué tardes tiene.
demo-aftercare-refill = Renovar mi receta
demo-aftercare-refill-next = Llamar a la farmacia de la calle Oak.
demo-aftercare-doctor = La doctora Lee, por mi espalda
demo-aftercare-doctor-next = Pedir hora antes del trabajo.
demo-aftercare-money = El sueldo va primero a la cuenta de Elena
demo-aftercare-money-next = Firmar el formulario en el banco.
demo-aftercare-summary = Pedir una copia del resumen de mi tratamiento
demo-aftercare-summary-next = Marcus conoce el formulario.
demo-aftercare-phones = Los teléfonos de tres personas del grupo
demo-aftercare-phones-next = Pedirlos el viernes.
demo-aftercare-appointment = Primera cita con Dana después del programa
demo-aftercare-appointment-next = Fijar el día con ella.
demo-halt-hungry = Comer algo caliente, en la mesa
demo-halt-angry = Salir del cuarto, caminar diez minutos
demo-halt-lonely = Llamar a Jo, o ir a una reunión
demo-halt-tired = Sin teléfono después de las diez, un té y a la cama
demo-person-sponsor-message = Estoy pasando un momento difícil. ¿Puedes hablar?
demo-slip-message = Tuve un desliz. Estoy a salvo. ¿Puedes venir o quedarte al teléfono?
