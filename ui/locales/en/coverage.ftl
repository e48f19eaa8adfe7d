treatment-view-coverage = Coverage and cost
treatment-view-coverage-text = What is covered, what you owe, what is still to come

coverage-empty = Keep track of cost and coverage
coverage-empty-text = Note what you are charged and what you pay. Add who pays to see how many sessions are left.
coverage-account = Your account
coverage-no-entries = Nothing is in the account yet.
coverage-owe = You owe
coverage-ahead = Paid ahead
coverage-even = All paid
coverage-charges = Charges
coverage-copays = Copays
coverage-payments = Payments
coverage-credits = Credits
coverage-uncharged = { $count ->
    [one] 1 charge for sessions you attended is not in the account:
   *[other] { $count } charges for sessions you attended are not in the account:
  }
coverage-charge = Add charges for sessions attended
coverage-charged = { $count ->
    [one] 1 charge added.
   *[other] { $count } charges added.
  }

coverage-covered = What is covered
coverage-covered-no-payer = Add who pays first. Then you can note how many days or sessions they cover.
coverage-covered-none = Note how many days or sessions are covered, and until when. Handrail counts them down.
coverage-used-sessions = { $used } of { $amount ->
    [one] 1 session used
   *[other] { $amount } sessions used
  }
coverage-used-days = { $used } of { $amount ->
    [one] 1 day used
   *[other] { $amount } days used
  }
coverage-left = { $left } left, { $planned } planned.
coverage-waiting = { $count } still to answer.
coverage-covered-until = Covered until { $day } ({ $days ->
    [0] today
    [one] 1 more day
   *[other] { $days } more days
  }).
coverage-over = Covered until { $day }. This one is used up or over.
coverage-renew-later = Ask to renew between { $from } and { $by }.
coverage-renew-now = Now is a good time to ask to renew: by { $by }.
coverage-renew-soon = Call soon to ask to renew.
coverage-renew-not = Nothing to renew.
coverage-authorization-add = Add what is covered
coverage-authorization-edit = What is covered
coverage-authorization-removed = Removed.
coverage-payer-who = Who covers it
coverage-program = Program
coverage-program-name = { $level }, from { $day }
coverage-unit = What is counted
coverage-unit-sessions = Sessions
coverage-unit-days = Days
coverage-how-many = How many
coverage-from = First day
coverage-until = Last day
coverage-reference = Reference number

coverage-cost = Likely cost
coverage-cost-none = Add what you pay for a session, a day or a week. Handrail works out the rest from your schedule.
coverage-cost-no-program = Start your program first. Then you can see what the rest will likely cost.
coverage-likely = The rest of the program, until { $day }, will likely cost
coverage-likely-open = The end is open. Until { $day } it will likely cost
coverage-fee-session = { $amount } a session
coverage-fee-day = { $amount } a day
coverage-fee-week = { $amount } a week
coverage-fee-flat = { $amount }, not part of the sum above
coverage-times-session = { $count ->
    [one] 1 to come: { $cost }
   *[other] { $count } to come: { $cost }
  }
coverage-times-day = { $count ->
    [one] 1 day to come: { $cost }
   *[other] { $count } days to come: { $cost }
  }
coverage-times-week = { $count ->
    [one] 1 week to come: { $cost }
   *[other] { $count } weeks to come: { $cost }
  }
coverage-fee-once = Paid once
coverage-fee-all = All sessions that count
coverage-fee-add = Add what you pay
coverage-fee-edit = What you pay
coverage-fee-removed = Removed.
coverage-fee-kind = For which sessions
coverage-fee-taken = There is a price for these sessions already. Change that one.
coverage-basis = How often
coverage-basis-session = For each session
coverage-basis-day = For each day with a session
coverage-basis-week = For each week with a session
coverage-basis-flat = Once

coverage-entries = Charges and payments
coverage-older = Show older ones
coverage-entry-add = Add a charge or payment
coverage-entry-edit = Change this entry
coverage-entry-removed = Removed.
coverage-entry-kind = What it is
coverage-kind-charge = Charge
coverage-kind-charge-text = What the program asks for
coverage-kind-copay = Copay
coverage-kind-copay-text = Your share, beside your insurance
coverage-kind-payment = Payment
coverage-kind-payment-text = What you or someone else paid
coverage-kind-credit = Credit
coverage-kind-credit-text = What the program took off or gave back
coverage-amount = Amount
coverage-currency = Currency
coverage-day = Day
coverage-payer = Who pays
coverage-payer-me = I do
coverage-note = Note

coverage-payers = Who pays
coverage-payers-none = Your insurance, Medicaid, Medicare, or you.
coverage-payer-add = Add who pays
coverage-payer-edit = Who pays
coverage-payer-removed = Removed.
coverage-payer-kind = Kind
coverage-payer-private = Private insurance
coverage-payer-medicaid = Medicaid
coverage-payer-medicare = Medicare
coverage-payer-sliding_scale = Sliding scale
coverage-payer-self_pay = Self-pay
coverage-payer-in-use = Entries or coverage name this one. Remove those first to remove it.
coverage-name = Name
coverage-member = Member number
coverage-phone = Phone

coverage-file = As a table
coverage-file-text = Save all charges and payments as a CSV file for a spreadsheet. The file is not protected: anyone who has it can read it.
coverage-file-save = Save the table

today-renewal-now = Ask { $payer } to renew what is covered, by { $by }. Covered until { $day }.
today-renewal-soon = Call { $payer } soon to renew what is covered. Covered until { $day }.
