# Fechas de recuperación, fichas y aniversarios.

recovery-dates-title = Días y fichas
recovery-empty = Sin fecha de recuperación
recovery-empty-text = Pon una si quieres contar días. Puedes dejarla.
recovery-add = Poner una fecha de recuperación
recovery-another = Otra cuenta
recovery-edit = Cuenta de días
recovery-edit-name = Cambiar: { $name }
recovery-days =
    { $count ->
        [one] día
       *[other] días
    }
recovery-since = Desde el { $day }
recovery-counted = { $counted } de los últimos { $of } días
recovery-anniversary =
    { $years ->
        [one] Hoy, 1 año
       *[other] Hoy, { $years } años
    }
recovery-next = Próxima: { $mark } el { $day }
recovery-reached = Fichas hasta ahora
recovery-chip = { $mark }, { $day }, { $color }
recovery-whose = Fichas de qué grupo
recovery-colors = Colores de este grupo
recovery-colors-text = Los grupos son distintos. Elige lo que da el tuyo.
recovery-color-usual = { $color } (habitual)
recovery-name = Qué se cuenta
recovery-name-hint = Por ejemplo: alcohol. Puede quedar vacío.
recovery-name-none = Días
recovery-from = Desde
recovery-until = Hasta
recovery-goes-on = Sigue
recovery-span = Tramo { $number }
recovery-span-add = Añadir un tramo
recovery-span-remove = Quitar el tramo { $number }
recovery-span-hint = Todos los días siguen contados, también los de tramos anteriores.
recovery-removed = Se quitó la cuenta.
mark-start = Comienzo
mark-days =
    { $count ->
        [one] 1 día
       *[other] { $count } días
    }
mark-months =
    { $count ->
        [one] 1 mes
       *[other] { $count } meses
    }
mark-years =
    { $count ->
        [one] 1 año
       *[other] { $count } años
    }
color-white = Blanco
color-silver = Plata
color-gray = Gris
color-black = Negro
color-red = Rojo
color-orange = Naranja
color-yellow = Amarillo
color-gold = Oro
color-bronze = Bronce
color-green = Verde
color-blue = Azul
color-purple = Morado
color-pink = Rosa
color-glow = Brilla en la oscuridad
