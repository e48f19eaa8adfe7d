# El momento difícil: pocas palabras, para quien ahora apenas puede leer.

hard-title = Esto va a pasar.
hard-lead = Las ganas suben y luego bajan. Quédate conmigo hasta que termine el tiempo.
hard-left = Quedan { $time }
hard-over = Pasaron 15 minutos. Aguantaste. Si todavía hay ganas, quédate otra vez.
hard-again = 15 minutos más
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

hard-tty = TTY { $number }

us-988 = la Línea 988
us-988-do = Llama o escribe al { $number }
us-988-offers = Día y noche. En español: oprime 2, o manda la palabra AYUDA.
us-911 = 911
us-911-do = Llama al { $number }
us-911-offers = Cuando hay peligro de muerte
us-samhsa = la línea de SAMHSA
us-samhsa-do = Llama al { $number }
us-samhsa-offers = Línea de SAMHSA: ayuda a encontrar tratamiento, de día y de noche, en español e inglés. O manda tu código postal por mensaje al 435748.
