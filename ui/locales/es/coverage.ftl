treatment-view-coverage = Cobertura y costo
treatment-view-coverage-text = Lo que está cubierto, lo que debes y lo que falta

coverage-empty = Lleva la cuenta de costos y cobertura
coverage-empty-text = Anota lo que te cobran y lo que pagas. Agrega quién paga para ver cuántas sesiones quedan.
coverage-account = Tu cuenta
coverage-no-entries = Todavía no hay nada en la cuenta.
coverage-owe = Debes
coverage-ahead = Pagado por adelantado
coverage-even = Todo pagado
coverage-charges = Cargos
coverage-copays = Copagos
coverage-payments = Pagos
coverage-credits = Créditos
coverage-uncharged = { $count ->
    [one] 1 cargo por sesiones a las que asististe no está en la cuenta:
   *[other] { $count } cargos por sesiones a las que asististe no están en la cuenta:
  }
coverage-charge = Agregar cargos por sesiones asistidas
coverage-charged = { $count ->
    [one] 1 cargo agregado.
   *[other] { $count } cargos agregados.
  }

coverage-covered = Lo que está cubierto
coverage-covered-no-payer = Primero agrega quién paga. Después puedes anotar cuántos días o sesiones cubre.
coverage-covered-none = Anota cuántos días o sesiones están cubiertos y hasta cuándo. Handrail los va descontando.
coverage-used-sessions = { $used } de { $amount ->
    [one] 1 sesión usada
   *[other] { $amount } sesiones usadas
  }
coverage-used-days = { $used } de { $amount ->
    [one] 1 día usado
   *[other] { $amount } días usados
  }
coverage-left = Quedan { $left }, planeados: { $planned }.
coverage-waiting = Por responder: { $count }.
coverage-covered-until = Cubierto hasta el { $day } ({ $days ->
    [0] hoy
    [one] 1 día más
   *[other] { $days } días más
  }).
coverage-over = Cubierto hasta el { $day }. Ya se usó o terminó.
coverage-renew-later = Pide renovar entre el { $from } y el { $by }.
coverage-renew-now = Es buen momento para pedir la renovación: hasta el { $by }.
coverage-renew-soon = Llama pronto para pedir la renovación.
coverage-renew-not = No hay nada que renovar.
coverage-authorization-add = Agregar lo que está cubierto
coverage-authorization-edit = Lo que está cubierto
coverage-authorization-removed = Eliminado.
coverage-payer-who = Quién lo cubre
coverage-program = Programa
coverage-program-name = { $level }, desde el { $day }
coverage-unit = Qué se cuenta
coverage-unit-sessions = Sesiones
coverage-unit-days = Días
coverage-how-many = Cuántos
coverage-from = Primer día
coverage-until = Último día
coverage-reference = Número de referencia

coverage-cost = Costo probable
coverage-cost-none = Agrega lo que pagas por sesión, por día o por semana. Handrail calcula el resto con tu horario.
coverage-cost-no-program = Primero empieza tu programa. Después puedes ver lo que probablemente costará el resto.
coverage-likely = El resto del programa, hasta el { $day }, probablemente costará
coverage-likely-open = No tiene fecha de fin. Hasta el { $day } probablemente costará
coverage-fee-session = { $amount } por sesión
coverage-fee-day = { $amount } por día
coverage-fee-week = { $amount } por semana
coverage-fee-flat = { $amount }, no es parte de la suma de arriba
coverage-times-session = { $count ->
    [one] falta 1: { $cost }
   *[other] faltan { $count }: { $cost }
  }
coverage-times-day = { $count ->
    [one] falta 1 día: { $cost }
   *[other] faltan { $count } días: { $cost }
  }
coverage-times-week = { $count ->
    [one] falta 1 semana: { $cost }
   *[other] faltan { $count } semanas: { $cost }
  }
coverage-fee-once = Se paga una vez
coverage-fee-all = Todas las sesiones que cuentan
coverage-fee-add = Agregar lo que pagas
coverage-fee-edit = Lo que pagas
coverage-fee-removed = Eliminado.
coverage-fee-kind = Para qué sesiones
coverage-fee-taken = Ya hay un precio para estas sesiones. Cambia ese.
coverage-basis = Cada cuánto
coverage-basis-session = Por cada sesión
coverage-basis-day = Por cada día con sesión
coverage-basis-week = Por cada semana con sesión
coverage-basis-flat = Una vez

coverage-entries = Cargos y pagos
coverage-older = Ver anteriores
coverage-entry-add = Agregar un cargo o pago
coverage-entry-edit = Cambiar este dato
coverage-entry-removed = Eliminado.
coverage-entry-kind = Qué es
coverage-kind-charge = Cargo
coverage-kind-charge-text = Lo que pide el programa
coverage-kind-copay = Copago
coverage-kind-copay-text = Tu parte, además de tu seguro
coverage-kind-payment = Pago
coverage-kind-payment-text = Lo que pagaste tú u otra persona
coverage-kind-credit = Crédito
coverage-kind-credit-text = Lo que el programa descontó o devolvió
coverage-amount = Cantidad
coverage-currency = Moneda
coverage-day = Día
coverage-payer = Quién paga
coverage-payer-me = Yo
coverage-note = Nota

coverage-payers = Quién paga
coverage-payers-none = Tu seguro, Medicaid, Medicare o tú.
coverage-payer-add = Agregar quién paga
coverage-payer-edit = Quién paga
coverage-payer-removed = Eliminado.
coverage-payer-kind = Tipo
coverage-payer-private = Seguro privado
coverage-payer-medicaid = Medicaid
coverage-payer-medicare = Medicare
coverage-payer-sliding_scale = Según tus ingresos
coverage-payer-self_pay = Pago propio
coverage-payer-in-use = Hay datos o coberturas con este nombre. Elimina esos primero para poder eliminarlo.
coverage-name = Nombre
coverage-member = Número de miembro
coverage-phone = Teléfono

coverage-file = Como tabla
coverage-file-text = Guarda todos los cargos y pagos como archivo CSV para una hoja de cálculo. El archivo no está protegido: quien lo tenga puede leerlo.
coverage-file-save = Guardar la tabla

today-renewal-now = Pide a { $payer } renovar lo que está cubierto, hasta el { $by }. Cubierto hasta el { $day }.
today-renewal-soon = Llama pronto a { $payer } para renovar lo que está cubierto. Cubierto hasta el { $day }.
