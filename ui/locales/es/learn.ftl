# Aprender: niveles de cuidado, qué es un IOP, qué preguntar. Con nuestras palabras, para leer sin red.
# Las cifras vienen de features/learn/levels.ts, que dice de dónde son.

learn = Aprender
learn-intro = Páginas cortas, para leer cuando quieras. Explican. No toman el lugar de tu médico ni de tu programa.
learn-pages = Páginas
learn-next = Leer después
learn-all = Todas las páginas
learn-from = De dónde viene esto: { $sources }.

learn-levels = Niveles de cuidado
learn-levels-about = PHP, IOP, ambulatorio y cuidado continuo, lado a lado
learn-iop = Qué es un IOP
learn-iop-about = Y cómo es una semana ahí
learn-length = Cuánto dura
learn-length-about = Las semanas, y cómo se hace más ligero
learn-fit = ¿Es para mí?
learn-fit-about = En qué pensar, y cuándo pedir ayuda enseguida
learn-after = Qué viene después
learn-after-about = Apoyo que sigue
learn-ask = Qué preguntar a un programa
learn-ask-about = Una lista para leer en voz alta o copiar
learn-sources = Fuentes
learn-sources-about = Las guías detrás de estas páginas

# Niveles de cuidado.
learn-levels-lead = Cada nivel tiene sus horas. Las personas pasan de uno a otro según lo que necesitan.
learn-name-partial_hospitalization = Hospitalización parcial (PHP)
learn-name-intensive_outpatient = Ambulatorio intensivo (IOP)
learn-name-outpatient = Ambulatorio
learn-name-aftercare = Cuidado continuo
learn-row-level = Nivel
learn-row-asam = Nivel ASAM
learn-row-days = Días por semana
learn-row-day = Horas por día
learn-row-week-adult = Horas por semana, adultos
learn-row-week-adolescent = Horas por semana, menores de 18
learn-row-home = Dónde vives
learn-row-intensity = Qué tan intenso
learn-row-cost = Costo típico
learn-row-best = Para quién
learn-span = { $least } a { $most }
learn-span-least = { $least } o más
learn-span-between = De { $least } a menos de { $below }
learn-span-below = Menos de { $below }
learn-as-planned = Según tu plan
learn-home = En casa o en una vivienda sobria
learn-intensity-partial_hospitalization = Casi todo el día, casi todos los días
learn-intensity-intensive_outpatient = Gran parte de la semana
learn-intensity-outpatient = Una parte pequeña de la semana
learn-intensity-aftercare = Se acomoda a tu vida
learn-cost-ask = Pregunta al programa
learn-cost-intensive_outpatient = De ${ $session_least } a ${ $session_most } por sesión, o de ${ $whole_least } a ${ $whole_most } por { $weeks_least } a { $weeks_most } semanas
learn-cost-aftercare = Casi todos los grupos de apoyo son gratis
learn-best-partial_hospitalization = Quienes salen de un hospital o centro, o necesitan más apoyo que el de un IOP
learn-best-intensive_outpatient = Quienes vienen de un PHP, o quieren una estructura firme mientras viven en casa
learn-best-outpatient = Mantener lo que ya lograste, o necesidades más leves
learn-best-aftercare = Todos, mientras ayude: grupos, terapia ambulatoria, exalumnos
learn-levels-know = Es bueno saber
learn-levels-know-1 = Muchas personas empiezan más arriba y van bajando. Otras empiezan en medio. Volver a subir no es ir hacia atrás. Es tener el apoyo que hace falta ahora.
learn-levels-know-2 = Una o dos semanas más ligeras, planeadas antes de bajar, todavía son del nivel en el que estás.
learn-levels-know-3 = Hay niveles más altos que estos: vivir en un centro de tratamiento o pasar unos días en un hospital.
learn-levels-know-4 = Lo que pagas depende de tu cobertura. Pregunta antes de empezar.
learn-levels-edition = Qué edición cuenta
learn-levels-edition-text = Las horas de aquí siguen los Criterios ASAM, 3.ª edición. La 4.ª edición es distinta, y tal vez tu programa la usa. Tu programa puede decirte qué horas cuentan para ti.

# Qué es un IOP.
learn-iop-what = En breve
learn-iop-what-1 = IOP quiere decir programa ambulatorio intensivo, por sus letras en inglés. “Ambulatorio” quiere decir que después vuelves a casa. “Intensivo” quiere decir que vas seguido: de { $days_least } a { $days_most } días por semana, de { $hours_least } a { $hours_most } horas cada vez.
learn-iop-what-2 = Aprendes a vivir sin alcohol ni drogas en medio de tu propia vida. Lo que practicas en el grupo te sirve esa misma noche.
learn-iop-what-3 = Muchos programas tienen horario de mañana, de tarde y de noche. Así muchas veces se puede seguir con el trabajo, la escuela o la familia.
learn-iop-week = Qué se hace ahí
learn-iop-group = Unas cuantas personas y alguien que guía. Hablas, escuchas y practicas cosas nuevas. Es el corazón de casi todos los programas.
learn-iop-individual = Tú y tu consejero o consejera, a solas. Ven cómo vas y planean el paso siguiente.
learn-iop-family = Las personas cercanas a ti pueden participar, si tú quieres.
learn-iop-education = Clases cortas: cómo actúan el alcohol y las drogas, los antojos, lo que los provoca, el sueño, el estrés.
learn-iop-drug_test = Es parte de casi todos los programas. Les muestra a ti y a tu equipo cómo vas. Muchas veces no cuenta para tus horas.
learn-iop-medication_visit = Algunas medicinas calman los antojos o la abstinencia. Alguien de medicina o enfermería ve cómo te caen.
learn-iop-case_management = Ayuda con vivienda, trabajo, corte, papeles y transporte.
learn-iop-groups = Grupos de apoyo
learn-iop-groups-text = Muchos programas te piden ir a reuniones entre sesiones. Las hay de fe y las hay sin religión. Ninguna es la mejor para todos.
learn-iop-example = Así podría ser una semana
learn-iop-example-about = Un ejemplo: { $days } noches de { $hours } horas, { $week } horas en total.
learn-iop-example-1 = Cómo llegas hoy, terapia de grupo, una clase corta
learn-iop-example-2 = Terapia de grupo, un rato con tu consejero o consejera
learn-iop-example-3 = Terapia de grupo, hora de familia, un plan para el fin de semana

# Cuánto dura.
learn-length-usual = En promedio
learn-length-weeks = De { $least } a { $most } semanas
learn-length-up-to = Algunos programas duran hasta { $longest } semanas. Tú y tu equipo ven cómo vas y deciden juntos.
learn-length-down = Se hace más ligero
learn-length-down-about = Casi todos los programas empiezan llenos y van bajando. Un ejemplo de { $weeks } semanas:
learn-length-part = Semanas { $from } a { $to }
learn-length-days =
    { $days ->
        [one] 1 día por semana
       *[other] { $days } días por semana
    }
learn-length-down-after = Una semana más ligera que estaba planeada es parte del programa.
learn-length-stay = Por qué ayuda quedarse
learn-length-stay-1 = La guía de NIDA, el instituto nacional que estudia el uso de drogas, dice que casi todas las personas necesitan por lo menos { $months } meses de tratamiento, y que más tiempo ayuda más.
learn-length-stay-2 = Los niveles se suman. Las semanas en PHP, en IOP y en cuidado ambulatorio son un solo camino.
learn-length-pause = Si tienes que hacer una pausa
learn-length-pause-text = Puede que te enfermes, o que cambie tu trabajo o tu transporte. Avisa pronto a tu programa. Pregunta cómo reponer sesiones y cómo volver.

# ¿Es para mí?
learn-fit-lead = Ninguna página y ninguna aplicación puede decirte qué nivel necesitas. Una persona preparada lo averigua contigo. Estas páginas te ayudan a llegar a esa plática.
learn-fit-often = Un IOP suele servir a quienes
learn-fit-often-1 = tienen un lugar seguro para dormir
learn-fit-often-2 = no necesitan médicos ni enfermeras a su lado de día y de noche
learn-fit-often-3 = pueden llegar varios días por semana
learn-fit-often-4 = quieren más estructura que la de una cita por semana
learn-fit-often-5 = salen de un PHP o de un centro, o quieren más que el cuidado ambulatorio
learn-fit-think = Preguntas para pensar
learn-fit-think-about = No hay puntos ni respuestas correctas.
learn-fit-think-1 = ¿Hay calma y seguridad donde vivo? ¿Alguien ahí bebe o usa drogas?
learn-fit-think-2 = Cuando paré antes, ¿me enfermé? ¿Temblé, vi cosas o tuve una convulsión?
learn-fit-think-3 = ¿Cómo están mi cuerpo y mi ánimo? ¿Qué medicinas tomo?
learn-fit-think-4 = ¿Qué he intentado, y qué me ayudó?
learn-fit-think-5 = ¿Quién me acompaña en las noches y los fines de semana?
learn-fit-think-6 = ¿Cómo llegaría? ¿Quién cuida de mis hijos o de mi trabajo?
learn-fit-think-7 = ¿Qué quiero que sea distinto en tres meses?
learn-fit-take = Lleva tus respuestas a
learn-fit-take-1 = tu médico o enfermera
learn-fit-take-2 = un consejero o terapeuta
learn-fit-take-3 = la primera plática en un programa. Muchas veces le dicen admisión o evaluación.
learn-fit-take-4 = la línea de SAMHSA, abajo. Te dicen qué lugares hay cerca.
learn-fit-now = Cuando hace falta más, y ya
learn-fit-now-1 = Alguien no despierta, respira muy lento, tiene una convulsión o ve cosas que no están: llama al 911.
learn-fit-now-2 = Piensas en hacerte daño, o ya no puedes más: llama o manda un mensaje al 988.
learn-fit-now-3 = Bebes mucho cada día, o tomas pastillas para dormir o para los nervios, y quieres parar: habla primero con un médico. Parar de golpe puede ser peligroso.
learn-fit-now-4 = Usaste después de una pausa: el cuerpo aguanta mucho menos que antes. Quédate cerca de alguien y ten naloxona a la mano.

# Qué viene después.
learn-after-lead = El cuidado no se acaba el último día de un programa. Se hace más ligero, y sigue.
learn-after-steps = Los pasos siguientes
learn-after-steps-1 = Cuidado ambulatorio: de { $days_least } a { $days_most } días por semana, de { $hours_least } a { $hours_most } horas cada uno.
learn-after-steps-2 = Luego el cuidado continuo, mientras ayude. Para muchas personas son años.
learn-after-parts = De qué se puede hacer el cuidado continuo
learn-after-parts-1 = Grupos de apoyo, de fe o sin religión
learn-after-parts-2 = Terapia ambulatoria, a solas o en grupo
learn-after-parts-3 = Un grupo de exalumnos de tu programa
learn-after-parts-4 = Medicinas que ayudan, y un médico que te conoce
learn-after-parts-5 = Personas a las que puedes llamar
learn-after-parts-6 = Metas de casa, trabajo, familia, salud, dinero y alegría, cada una con un paso siguiente
learn-after-before = Antes del último día
learn-after-before-1 = Pide un plan en papel: a quién ves después, y cuándo.
learn-after-before-2 = Ten la primera cita hecha antes de terminar.
learn-after-before-3 = Lee tu plan para prevenir recaídas con tu terapeuta.
learn-after-plan = Mi plan
learn-after-slip = Si hay un tropiezo
learn-after-slip-text = Lo que aprendiste sigue siendo tuyo. Ponte a salvo, avísale a alguien, llama a tu programa. Volver por un tiempo a más horas es usar bien el cuidado.

# Qué preguntar a un programa. Se copia como está aquí.
learn-ask-lead = Puedes preguntar todo esto antes de decir que sí. A un buen programa le gusta responder.
learn-ask-copy = Copiar la lista
learn-ask-copied = La lista está copiada. Pégala en menos de 30 segundos: después se quita del portapapeles.
learn-ask-not-copied = Este dispositivo no dejó que Handrail copiara. Puedes marcar las palabras y copiarlas tú.
learn-ask-hours = Horas y días
learn-ask-hours-1 = ¿Qué días y horas tienen? ¿Hay horario de noche?
learn-ask-hours-2 = ¿Cuántas horas por semana son, y por cuántas semanas?
learn-ask-hours-3 = ¿Una parte puede ser en línea?
learn-ask-hours-4 = ¿Y si me enfermo o tengo que trabajar? ¿Cómo repongo una sesión?
learn-ask-people = Personas
learn-ask-people-1 = ¿Quién me daría consejería? ¿Qué preparación tiene?
learn-ask-people-2 = ¿Cuántas personas hay en un grupo?
learn-ask-people-3 = ¿Hay médico o enfermera? ¿Hay ayuda para el ánimo, los nervios o un trauma?
learn-ask-people-4 = ¿Qué idiomas hablan? ¿Hay grupos para personas como yo?
learn-ask-people-5 = ¿Tienen licencia del estado? ¿Tienen acreditación, y de quién?
learn-ask-cost = Costo
learn-ask-cost-1 = ¿Cuánto cuesta en total? ¿Cuánto cuesta una sesión?
learn-ask-cost-2 = ¿Aceptan mi seguro, Medicaid o Medicare?
learn-ask-cost-3 = ¿Hay pago según ingresos, o puedo pagar poco a poco?
learn-ask-cost-4 = ¿Quién le pide al seguro que apruebe más días, y cuándo?
learn-ask-cost-5 = ¿Pago una sesión a la que no pude ir? ¿Las pruebas de drogas cuestan aparte?
learn-ask-family = Familia
learn-ask-family-1 = ¿Pueden participar mi familia o mis amistades? ¿Cómo?
learn-ask-family-2 = ¿Qué les dicen, y qué no?
learn-ask-family-3 = ¿Hay ayuda con el cuidado de niños o el transporte?
learn-ask-medicines = Medicinas
learn-ask-medicines-1 = ¿Puedo seguir tomando lo que me da mi médico?
learn-ask-medicines-2 = ¿Ofrecen o aceptan medicinas como buprenorfina, metadona o naltrexona?
learn-ask-medicines-3 = ¿Me pueden dar naloxona?
learn-ask-slip = Después de un tropiezo
learn-ask-slip-1 = ¿Qué pasa si uso? ¿Puedo quedarme?
learn-ask-slip-2 = ¿Qué hacen después de una prueba positiva?
learn-ask-slip-3 = ¿A quién puedo llamar de noche o en fin de semana?
learn-ask-privacy = Privacidad
learn-ask-privacy-1 = ¿Cómo siguen la 42 CFR Parte 2, la regla federal que cuida los registros de tratamiento?
learn-ask-privacy-2 = ¿Quién ve mi registro? ¿Qué firmo, y puedo retirarlo?
learn-ask-privacy-3 = ¿Qué le dicen a una corte, a un oficial de libertad a prueba o a mi empleo?
learn-ask-privacy-4 = ¿Cuál es la regla sobre lo que se dice en el grupo?
learn-ask-down = Bajar de nivel
learn-ask-down-1 = ¿Cómo decidimos cuándo bajo de nivel, o cuándo necesito más?
learn-ask-down-2 = ¿Qué viene después, y hacen conmigo la primera cita?
learn-ask-down-3 = ¿Hay un grupo de exalumnos?
learn-ask-own = Esa regla cuida los registros de los programas. Lo que escribes en Handrail es tu propio registro, y la regla no lo cubre.

# Fuentes.
learn-sources-lead = Las palabras de estas páginas son nuestras. Lo que dicen sigue estas guías. Los costos y las semanas son una idea general; tu programa conoce los suyos.
learn-sources-links = Handrail no usa la red y no abre nada de esto por sí mismo. Un enlace se abre en tu navegador, y puede quedar en su historial.
learn-source-asam = Los niveles, y las horas por semana para adultos y menores de 18. La 4.ª edición, de 2023, es distinta.
learn-source-tip47 = Qué es un IOP, qué se hace ahí y qué viene después. Para consejeros, gratis, en inglés.
learn-source-advisory = Una versión corta y más nueva de la guía de arriba, en inglés.
learn-source-nida = Cuánto debe durar el tratamiento, y qué hace que funcione.
learn-source-part2 = La regla federal sobre la privacidad de los registros de tratamiento, en inglés.
learn-source-samhsa = La línea de ayuda, en español e inglés.
learn-source-988 = La línea de crisis.
learn-source-open = Abrir en el navegador
