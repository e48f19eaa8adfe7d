# Un tropiezo, anotado. Con calma, corto, y de ahí a la ayuda.

slip-title = Después de un tropiezo
slip-lead = Puede parar aquí. Escribe lo que quieras, o solo el día.
slip-help = Qué hacer ahora, paso a paso
slip-when = Cuándo
slip-time = Hora
slip-what = Qué fue
slip-led = Qué llevó a eso
slip-led-hint = Dónde estabas, quién estaba, cómo te sentías.
slip-note = Algo más
slip-counts = Días que cuento
slip-counts-hint = Lo que elijas empieza de nuevo al día siguiente. Todos los días de antes siguen contados.
slip-count-days =
    { $count ->
        [one] 1 día hasta ahora
       *[other] { $count } días hasta ahora
    }
slip-in-check-in = Que también lo diga lo que anoté de ese día
slip-save = Anotarlo
slip-saved = Anotado.
slip-done = Está anotado. Puede parar aquí.
slip-done-text = Decirlo era difícil, y lo hiciste. Basta con el siguiente paso.
slip-people = Personas a quienes llamar
slip-plan = Mi plan
slip-before = Anotado antes
slip-edit = Lo que anotaste
slip-edit-counts = Para cambiar los días que cuentas, abre “Días y fichas” en Grupos.
slip-deleted = Borrado.
slip-earlier = Mostrar anteriores
