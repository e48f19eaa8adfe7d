# El plan en papel y como texto: qué se toma de él y adónde va.

plan-share = Imprimir o compartir
plan-share-form = En qué forma
plan-share-whole = Todo el plan
plan-share-whole-hint = En páginas enteras
plan-share-card = Una tarjeta para la cartera
plan-share-card-hint = Lo más corto en una página, para doblar
plan-share-text = Texto
plan-share-text-hint = Para copiarlo en un mensaje, o guardarlo
plan-share-parts = Qué partes
plan-share-parts-hint = Deja fuera lo que es solo para ti.
plan-share-none = Elige al menos una parte.
plan-share-empty = Todavía no hay nada escrito
plan-share-empty-text = Cuando haya unas palabras en tu plan, aquí podrás imprimirlas o compartirlas.
plan-share-text-is = El texto
plan-share-text-copy = Copiar
plan-share-text-save = Guardar como archivo de texto
plan-share-text-copied = El texto está copiado. Pégalo en menos de 30 segundos: después se quita del portapapeles.
plan-share-text-open = Ni el archivo ni lo que se copia está cifrado. Quien lo tenga puede leerlo.
plan-share-card-lock = Unas líneas en la pantalla de bloqueo
plan-share-card-lock-hint = Elige qué se puede ver allí sin la frase de acceso
