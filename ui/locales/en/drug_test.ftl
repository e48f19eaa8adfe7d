# Drug tests, and the line to call for random ones. Results stand here alone:
# never in a title, a toast or a reminder.

treatment-view-tests = Drug tests
treatment-view-tests-text = The line to call, your tests, and their results

test-empty = No drug tests yet
test-empty-text = Some programs test at random: you call a line each day to hear if your color or number is up. Add the line, and Today asks you while it is open. Tests in your calendar show up here too.

test-call = Call the line today
test-opens = Opens at { $time }
test-open-until = Open until { $time }
test-closed = It closed at { $time }. You can still say what you heard.
test-not-up = Not up
test-up = Up today
test-was-up = Up
test-called-not-up = Called: not up
test-not-logged = Not logged
test-due = Test due by { $time }
test-due-day = Test due by { $time }, { $day }
test-not-today = No call today
test-next = Next: { $day }
test-change = Change the answer

test-due-field = Test due by
test-due-hint = The test then shows in your calendar.
test-line = Your line
test-line-add = Add a line to call
test-line-edit = Change the line
test-line-name = Your color or number
test-line-phone = Phone of the line
test-line-opens = Opens at
test-line-closes = Closes at
test-line-closes-hint = After midnight is fine. Same as the opening time: always open.
test-line-days = Days to call
test-line-first = First day
test-line-last = Last day
test-line-delete-hint = Deleting takes away the line and its calls. Your tests stay.
test-line-deleted = The line is deleted.
test-hours = { $opens } to { $closes }
test-hours-always = Always open
test-every-day = Every day

test-calls = Calls
test-calls-none = No calls logged yet.
test-call-add = Log a call
test-call-edit = Change a call
test-call-day = Day
test-call-heard = What you heard
test-call-deleted = The call is deleted.

test-tests = Tests
test-tests-none = No tests yet. Add one in the calendar, or answer “Up today”.
test-ahead = Coming up
test-older = Show earlier
test-show = Show result
test-show-label = Show result, { $day }
test-hide = Hide result
test-add = Add result
test-add-label = Add result, { $day }
test-edit = Change
test-result-title = Drug test, { $day }
test-result = Result
test-medicines = Prescribed medicines that may show
test-remove = Take the result away

result-negative = Negative
result-expected = Expected, because prescribed
result-positive = Positive
result-dilute = Dilute
result-dilute-text = Too much water in it to say.
result-invalid = Invalid
result-invalid-text = The lab could not read it.
result-not_told = Not told
