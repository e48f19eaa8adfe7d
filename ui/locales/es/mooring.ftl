# Amarras: las pocas cosas que una persona hace y que la mantienen firme, repasadas una vez por semana.

mooring-title = Amarras
mooring-row = Lo que me mantiene firme, semana a semana
mooring-about = Unas pocas cosas que haces y que te mantienen firme. Una vez por semana miras cuáles se mantuvieron.
mooring-empty = ¿Qué te mantiene firme?
mooring-empty-text = Elige de cuatro a seis cosas que haces. Luego marca una vez por semana cuáles se mantuvieron.
mooring-choose = Elegir mis amarras
mooring-lines = Mis amarras
mooring-edit = Cambiar mis amarras
mooring-what = Elige cosas que haces, para poder saber si las hiciste. “En cama a las 11” es una. “Ser positivo” no: nadie podría marcarla.
mooring-line = Amarra
mooring-add = Otra amarra
mooring-taken-off = Si quitas una, lo que marcaste antes se conserva.
mooring-idea-1 = En cama a las 11
mooring-idea-2 = Llamar a alguien cada día
mooring-idea-3 = Dos reuniones por semana
mooring-idea-4 = Desayunar cada mañana
mooring-idea-5 = Caminar después del trabajo
mooring-idea-6 = Tomar mi medicina cada día
mooring-idea-7 = Cenar con mi familia el domingo
mooring-few =
    { $count ->
        [one] Tienes 1. De cuatro a seis funciona bien.
       *[other] Tienes { $count }. De cuatro a seis funciona bien.
    }
mooring-many = Tienes { $count }. Más de seis cuestan de recordar.
mooring-most = { $most } como máximo. Quita algunas y guarda.

mooring-this-week = Esta semana
mooring-week = Semana del { $day }
mooring-ask = ¿Cuáles se mantuvieron?
mooring-ask-text = Marca lo que hiciste. Lo demás puede quedar vacío.
mooring-week-save = Guardar la semana
mooring-held = { $held } de { $count } se mantuvieron
mooring-of = { $held } de { $count }
mooring-week-saved = { $week }: { $held } de { $count } se mantuvieron
mooring-not = Esta vez no: { $lines }
mooring-not-that = Esa semana no: { $lines }
mooring-change = Cambiar
mooring-change-week = Cambiar: semana del { $day }
mooring-go-week = Repasar: semana del { $day }
mooring-last-week = Repasar también la semana pasada

mooring-weeks = Las últimas doce semanas
mooring-picture = Las últimas doce semanas, de la más vieja a la más nueva. Las marcas llenas son amarras que se mantuvieron, las vacías no. La tabla dice lo mismo con palabras.
mooring-legend-held = Se mantuvo
mooring-legend-not = No
mooring-legend-open = Sin repasar
mooring-column-held = Qué se mantuvo
mooring-open = Sin repasar

mooring-drift =
    { $count ->
        [one] 1 amarra no se mantuvo
       *[other] { $count } amarras no se mantuvieron
    }
mooring-drift-this = Esta semana: { $lines }.
mooring-drift-week = En la semana del { $day }: { $lines }.
mooring-drift-text = Pasa. Puede ser una señal temprana, así que es buen momento para mirar tu plan o hablar con alguien.
mooring-drift-signs = Mis señales de aviso
mooring-drift-people = Mis personas
