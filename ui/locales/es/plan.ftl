# El plan de prevención de recaídas: once partes, versiones y las palabras que agrega Handrail.

plan-title = Mi plan
plan-reviewed = Repasado con { $name } el { $day }
plan-saved-on = Guardado el { $day }
plan-saved = Guardado.
plan-empty = Un plan con tus palabras
plan-empty-text = Seis preguntas cortas son un comienzo, en unos diez minutos. O empieza por donde quieras. Bastan pocas palabras.
plan-empty-start = Empezar con mis razones

plan-open = { $written } de { $all } partes están escritas. Lo demás puede esperar hasta que tengas algo que poner.

plan-guide = Escribirlo paso a paso
plan-guide-go-on = Seguir paso a paso
plan-guide-at = Pregunta { $place } de { $count }
plan-guide-kept = Lo que escribes se conserva, también si paras aquí. Todo junto toma unos diez minutos.
plan-guide-back = Una pregunta atrás
plan-guide-save = Guardar mi plan
plan-guide-leave = Volver al plan
plan-guide-saved = Tu plan está guardado. Cámbialo cuando quieras.
plan-guide-reasons = ¿Para qué quieres estar presente?
plan-guide-reasons-hint = Basta una razón.
plan-guide-triggers = ¿Qué te despierta las ganas?
plan-guide-triggers-hint = Nombra una cosa, y qué puedes hacer entonces.
plan-guide-signs = ¿Cómo notas pronto que las cosas se complican?
plan-guide-signs-hint = Muchas veces cambian primero el ánimo, el sueño y la rutina.
plan-guide-skills = ¿Qué te ayuda cuando llegan las ganas?
plan-guide-skills-hint = Dos cosas que tomen solo minutos.
plan-guide-people = ¿A quién puedes llamar?
plan-guide-people-hint = Una persona para empezar.
plan-guide-slip = Si tienes un tropiezo, ¿qué haces primero?
plan-guide-slip-hint = Basta un paso. Tenerlo escrito ayuda ese día.

plan-write-section = Escribir: { $section }
plan-edit-section = Cambiar: { $section }
plan-new-entry = Nuevo
plan-write-own = Escribir lo mío
plan-ideas = Ideas. Toma una o déjala.
plan-move-up = Subir: { $name }
plan-move-down = Bajar: { $name }
plan-moved = Ahora es { $place } de { $count }.
plan-remove = Quitar: { $name }
plan-entry-removed = Se quitó: { $name }
plan-put-back = Ponerlo otra vez
plan-changed-now = Esta parte cambió mientras tanto. Ahora dice:
plan-changed-empty = Nada.
plan-changed-kept = Tus palabras siguen aquí arriba. Guarda otra vez para usarlas en su lugar.

plan-checks = Vale la pena mirar
plan-check-person = ¿Alguna persona conoce este plan?
plan-check-person-why = Quien lo conoce puede ayudar antes.
plan-check-copy = Ten una copia a la mano
plan-check-copy-why = En papel, en un archivo, o unas líneas en la pantalla de bloqueo.
plan-check-review = Léelo con tu terapeuta
plan-check-review-why = Anota aquí cuándo lo hicieron.
plan-check-review-due = Es hora de repasarlo con { $name }
plan-check-review-set = Quedó para el { $day }
plan-check-card = La pantalla de bloqueo muestra otra cosa
plan-check-card-why = Tiene palabras o un número que tu plan ya no tiene.

plan-reasons = Mis razones
plan-reasons-ask = ¿Para qué quieres estar presente?
plan-reasons-one = Razón
plan-reasons-add = Otra razón
plan-reasons-idea-1 = Quiero despertar con la mente clara.
plan-reasons-idea-2 = Quiero que mi familia pueda contar conmigo.
plan-reasons-idea-3 = Quiero conservar mi trabajo y mi casa.

plan-triggers = Detonantes
plan-triggers-ask = ¿Qué te despierta las ganas, y qué haces entonces?
plan-triggers-external = A mi alrededor
plan-triggers-external-hint = Personas, lugares, momentos, cosas
plan-triggers-internal = Dentro de mí
plan-triggers-internal-hint = Sentimientos, dolor, pensamientos
plan-triggers-add = Otro detonante
plan-triggers-kind = De dónde viene
plan-triggers-text = Qué es
plan-triggers-response = Qué hago entonces
plan-triggers-strength = Qué tan fuerte es
plan-triggers-external-idea-1 = El día de pago
plan-triggers-external-do-1 = Pagar primero las cuentas. Llevar poco efectivo.
plan-triggers-external-idea-2 = Amigos que consumen
plan-triggers-external-do-2 = Irme temprano. Llamar a alguien de camino a casa.
plan-triggers-internal-idea-1 = Dormir mal
plan-triggers-internal-do-1 = Nada de teléfono de noche. Acostarme siempre a la misma hora.
plan-triggers-internal-idea-2 = Sentirme solo o sola
plan-triggers-internal-do-2 = Ir a una reunión. Escribirle a una amistad.

strength-1 = Leve
strength-2 = Fuerte
strength-3 = Muy fuerte

plan-situations = Lo que viene
plan-situations-ask = ¿Viene algo que podría ser difícil? ¿Cuál es tu plan?
plan-situations-add = Otra cosa
plan-situations-text = Qué viene
plan-situations-on = Cuándo
plan-situations-plan = Mi plan
plan-situations-idea-1 = Una boda o una fiesta
plan-situations-do-1 = Ir con alguien sobrio. Llevar mi carro, para poder irme.
plan-situations-idea-2 = Una cita en el juzgado
plan-situations-do-2 = Llamar a mi padrino o madrina antes y después.

plan-signs = Señales de aviso
plan-signs-ask = ¿Cómo notas que las cosas se complican, al principio y al final?
plan-signs-one = Señal
plan-signs-stage = Cuándo aparece
plan-signs-add = Otra señal
stage-early = Al principio
stage-early-hint = Primero cambian el ánimo, el sueño y la rutina.
stage-middle = En medio
stage-middle-hint = Alejarse de la gente, faltar a cosas, recordar solo lo bueno de antes.
stage-late = Al final
stage-late-hint = Hacer planes, buscar a la gente que vende.
plan-signs-early-idea-1 = Duermo mal varias noches.
plan-signs-early-idea-2 = Dejo de cocinar y me salto comidas.
plan-signs-middle-idea-1 = No contesto las llamadas.
plan-signs-middle-idea-2 = Busco razones para no ir al grupo.
plan-signs-late-idea-1 = Paso por los lugares de antes.
plan-signs-late-idea-2 = Busco números viejos.

plan-skills = Lo que me funciona
plan-skills-ask = ¿Qué te ayuda cuando llegan las ganas?
plan-skills-one = Lo que hago
plan-skills-add = Otra cosa
plan-skills-minutes = Cuántos minutos toma, { $place }
plan-skills-pace = Rápido o con calma
plan-skills-takes = Cuánto toma
plan-minutes-unit = min
pace-quick = Rápido
pace-quick-hint = Toma minutos
pace-slow = Con calma
pace-slow-hint = Toma más tiempo, o ayuda poco a poco
plan-skills-quick-idea-1 = Diez respiraciones lentas
plan-skills-quick-idea-2 = Agua fría en la cara
plan-skills-quick-idea-3 = Dar la vuelta a la cuadra
plan-skills-slow-idea-1 = Ir a una reunión
plan-skills-slow-idea-2 = Cocinar algo
plan-skills-slow-idea-3 = Hacer ejercicio
plan-halt = ¿Hambre, enojo, soledad o cansancio? Atiende eso primero.

plan-halt-title = Cuando detrás hay algo de esto
plan-halt-hungry = Hambre
plan-halt-hungry-hint = Por ejemplo: pan tostado y un vaso de leche
plan-halt-angry = Enojo
plan-halt-angry-hint = Por ejemplo: caminar hasta que se pase
plan-halt-lonely = Soledad
plan-halt-lonely-hint = Por ejemplo: escribirle a Sam, sentarme en la biblioteca
plan-halt-tired = Cansancio
plan-halt-tired-hint = Por ejemplo: acostarme 20 minutos

plan-people = Personas
plan-people-ask = ¿A quién puedes llamar?
plan-people-order = En el orden en que las llamarías.
plan-people-add = Otra persona
plan-people-name = Nombre
plan-people-role = Quién es
plan-people-phone = Teléfono
plan-people-message = Un mensaje, listo para enviar
plan-people-message-hint = Aparece ya escrito cuando tocas el botón de mensaje.
plan-people-says = Listo para enviar: “{ $message }”
plan-phone-add = Otro número
plan-phone-n = Número { $place }
plan-phone-number = Número
plan-phone-label = Para qué es
plan-phones-more = Otros números
plan-people-knows = conoce este plan
plan-people-knows-plan = Conoce este plan
role-sponsor = Padrino o madrina
role-therapist = Terapeuta
role-program_line = Línea del programa
role-family = Familia
role-friend = Amistad
role-doctor = Médico
role-other = Otra persona

plan-places = Lugares seguros
plan-places-ask = ¿Dónde estás a salvo? ¿Qué debería salir de tu casa?
plan-places-safe = Lugares que son seguros
plan-places-safe-one = Lugar
plan-places-safe-add = Otro lugar
plan-places-safe-idea-1 = La biblioteca
plan-places-safe-idea-2 = La cocina de mi hermana
plan-places-remove = Para sacar de la casa
plan-places-remove-one = Cosa
plan-places-remove-add = Otra cosa
plan-places-remove-idea-1 = Botellas
plan-places-remove-idea-2 = Pastillas viejas
plan-places-remove-idea-3 = Números en mi teléfono

plan-routine = Mi semana
plan-routine-ask = ¿Qué sostiene tu semana?
plan-routine-one = Lo que hago
plan-routine-add = Otra cosa
plan-routine-idea-1 = En cama a las 11
plan-routine-idea-2 = Grupo los martes y jueves
plan-routine-idea-3 = Desayunar todos los días

plan-medicines = Medicinas que ayudan
plan-medicines-ask = ¿Qué medicinas te ayudan, y cómo las tomas?
plan-medicines-add = Otra medicina
plan-medicines-name = Nombre
plan-medicines-how = Cuándo y cómo la tomo
plan-medicines-idea-1 = Naloxona (Narcan)
plan-medicines-do-1 = Para una sobredosis. Está en el cajón de la cocina.

plan-slip = Si tengo un tropiezo
plan-slip-ask = ¿Qué haces primero? ¿A quién le avisas, y qué le dices?
plan-slip-one = Paso
plan-slip-add = Otro paso
plan-slip-message = Lo que digo
plan-slip-message-hint = Palabras para la llamada o el mensaje, para no tener que buscarlas.
plan-slip-idea-1 = Parar. Dejarlo o irme.
plan-slip-idea-2 = Ir a un lugar seguro.
plan-slip-idea-3 = Llamar a alguien y decir: “Tuve un tropiezo. Por favor, quédate conmigo.”
plan-slip-idea-4 = Llamar a mi programa el mismo día.

plan-safety-from = De parte de Handrail
plan-safety-tolerance = Después de una pausa, el cuerpo aguanta mucho menos. La cantidad de antes puede matar.
plan-safety-alone = No te quedes a solas. Quédate donde alguien pueda verte.
plan-safety-naloxone = Ten naloxona (Narcan) cerca, y dile a alguien dónde está.
plan-safety-call = ¿Alguien no despierta, o respira muy lento? Llama al 911 y dale naloxona.

plan-review = Repasado con mi terapeuta
plan-review-ask = ¿Cuándo leyeron juntos este plan, y cuándo lo harán otra vez?
plan-review-with = Con quién
plan-review-on = Cuándo
plan-review-next = La próxima vez
plan-signatures = Firmas
plan-signatures-hint = Si quieren firmarlo
plan-signature-n = Firma { $place }
plan-signed-by = Firma de { $name }
plan-signer = Nombre o iniciales
plan-sign-mine = Firmo yo
plan-sign-theirs = Firma mi terapeuta
plan-signature-remove = Quitar esta firma
plan-review-line = Con { $name } el { $day }
plan-review-next-line = La próxima vez: el { $day }

plan-versions = Versiones anteriores
plan-versions-about = Cada vez que guardas, se conserva el plan anterior. Puedes leerlo y recuperarlo.
plan-version-now = el plan de ahora
plan-version-of = Plan del { $day }
plan-version-current = Este es el plan como está ahora.
plan-version-differs = Ahora es distinto
plan-version-missing = Entonces todavía no estaba escrito: { $sections }.
plan-compare = Comparar dos versiones
plan-compare-before = Qué cambió entonces
plan-compare-now = Comparar con el de ahora
plan-diff-older = Antes
plan-diff-newer = Después
plan-diff-gone = Ya no:
plan-diff-new = Nuevo:
plan-diff-nothing = nada
plan-diff-count =
    { $count ->
        [0] No hay diferencias entre estas dos.
        [one] Hay 1 diferencia.
       *[other] Hay { $count } diferencias.
    }
plan-became-added = Se agregó
plan-became-removed = Se quitó
plan-became-changed = Cambió
plan-became-moved = Cambió de lugar
plan-yes = sí
plan-no = no
plan-restore = Recuperar esta versión
plan-restored = Esta versión es otra vez tu plan.
