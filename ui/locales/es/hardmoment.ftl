# El momento difícil: pocas palabras, para quien ahora apenas puede leer.

hard-title = Esto va a pasar.
hard-lead = Las ganas suben y luego bajan. Quédate conmigo hasta que termine el tiempo.
hard-crisis = No tienes que pasar por esto a solas.
hard-crisis-lead = Lo que respondiste importa. Puedes hablar con alguien ahora, de día o de noche. Handrail no le dice nada a nadie.
hard-left = Quedan { $time }
hard-over = Pasaron { $minutes } minutos. Aguantaste. Si todavía hay ganas, quédate otra vez.
hard-again = { $minutes } minutos más
hard-length = Cuánto tiempo quedarte
hard-minutes = { $minutes } min
hard-breathe-in = Toma aire
hard-breathe-out = Suelta el aire
hard-breathe-how = Toma aire por 4 segundos y suéltalo por 6.

hard-works = Lo que me funciona
hard-works-next = Siguiente cosa que funciona
hard-try = Prueba esto
hard-try-1 = Suelta el aire despacio, diez veces.
hard-try-2 = Ponte agua fría en la cara.
hard-try-3 = Camina afuera diez minutos.
hard-try-4 = Come algo. Toma agua.
hard-try-5 = Llama o escríbele a alguien. Di: “Estoy pasando un mal momento.”
hard-reasons = Mis razones

hard-slipped = Si tuve un tropiezo
hard-slipped-detail = Qué hacer ahora, paso a paso
hard-slipped-lead = Puede parar aquí. Un paso a la vez.
hard-slip-1 = Para. Déjalo, o vete de ahí.
hard-slip-2 = Ve a un lugar seguro, donde alguien esté contigo.
hard-slip-3 = Dile a una persona: “Tuve un tropiezo. Por favor, quédate conmigo.”
hard-slip-4 = Llama hoy a tu programa o a tu terapeuta.
hard-say = Lo que digo
hard-text-at = Mandar mensaje a { $name }: { $which }

hard-halt = ¿Te pasa algo de esto?
hard-halt-detail = Atiende eso primero.
hard-halt-hungry = Hambre
hard-halt-angry = Enojo
hard-halt-lonely = Soledad
hard-halt-tired = Cansancio
hard-halt-hungry-try = Come algo pequeño. Toma agua.
hard-halt-angry-try = Aléjate. Camina rápido hasta que baje.
hard-halt-lonely-try = Llama o escríbele a alguien, o ve adonde haya gente.
hard-halt-tired-try = Siéntate o acuéstate. Ahora no hay que decidir nada.

hard-after = ¿Cómo está ahora?
hard-after-urge = Qué tan fuertes son las ganas ahora
hard-after-scale = 0 es sin ganas, 10 es lo más fuerte.
hard-after-keep = Guardar
hard-after-skip = Omitir
hard-kept = Guardado. Aguantaste.

hard-write = Aquí pueden estar tus propias palabras
hard-write-detail = Ahora no. Escribe tu plan en un día tranquilo.

hard-rides = Veces que aguanté
hard-rides-about = Qué tan fuertes eran las ganas al final, de 0 a 10.
hard-rides-none = Nada guardado
hard-rides-none-text = Después de un momento difícil puedes guardar cómo fue. Se muestra aquí.
hard-ride-urge = ganas { $craving } de 10
hard-ride-delete = Borrar: { $when }
hard-ride-deleted = Borrado.

hard-tty = TTY { $number }

us-988 = la Línea 988
us-988-do = Llama o escribe al { $number }
us-988-offers = Línea de crisis, día y noche, en inglés
us-988-es = la Línea 988
us-988-es-do = Llama o escribe al { $number }
us-988-es-offers = Día y noche, en español: oprime 2, o manda la palabra AYUDA.
us-911 = 911
us-911-do = Llama al { $number }
us-911-offers = Cuando hay peligro de muerte
us-samhsa = la línea de SAMHSA
us-samhsa-do = Llama al { $number }
us-samhsa-offers = Línea de SAMHSA: ayuda a encontrar tratamiento, de día y de noche, en español e inglés. O manda tu código postal por mensaje al 435748.
