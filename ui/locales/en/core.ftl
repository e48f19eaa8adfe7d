# The frame of every screen: rooms, buttons, and what is said when something does not work.

app-name = Handrail

nav-rooms = Rooms
nav-today = Today
nav-treatment = Treatment
nav-help = Help now
nav-groups = Groups
nav-plan = Plan
nav-more = More

back = Back
cancel = Cancel
close = Close
save = Save
done = Done
next = Next
skip = Skip for now
add = Add
edit = Edit
delete = Delete
undo = Undo
undone = Taken back.
saved = Saved.
try-again = Try again
lock = Lock
show = Show
hide = Hide
optional = optional
hours-unit = hours
minutes-unit = minutes
draft-restored = What you typed before is still here.
draft-too-long = This is too long to be kept while you type. Save it, or make it shorter.
draft-disk-full = This device is out of space: what you type is not kept until you save it. Free some space, then save.
draft-read-only = Handrail cannot write to this device: what you type is not kept.
draft-unkept = What you typed cannot be kept
draft-unkept-text = If you lock Handrail now, what you typed and did not save is gone. Save it first. If this device is out of space, free some before that.
draft-unkept-lock = Lock all the same
draft-unkept-back = Go back to it

call = Call
text-message = Text
call-name = Call { $name }
text-name = Text { $name }

week-of-target = of { $target } this week
steps-picture = { $attended } of { $target } attended. { $possible ->
        [one] One session still possible.
       *[other] { $possible } sessions still possible.
    }
steps-picture-none-left = { $attended } of { $target } attended.
target-hours = target { $target }
week = Week
attended = Attended
target = Target
to-make-up = To make up
week-now = { $week } · now
nothing = –
hours-picture = Hours attended each week, against the target. The table has the same numbers.

failure-locked = Handrail is locked. Unlock it to go on.
failure-wrong-passphrase =
    { $seconds ->
        [0] That passphrase does not fit. You can try again.
        [one] That passphrase does not fit. You can try again in 1 second.
       *[other] That passphrase does not fit. You can try again in { $seconds } seconds.
    }
failure-damaged = Part of the record on this device cannot be read. Nothing was changed. Lock Handrail and unlock it again to see what can be done.
failure-not-found = This is no longer here. It may have been deleted.
failure-invalid = Something here needs a change.
failure-conflict = This was changed somewhere else in the meantime. Look again, then save.
failure-newer-database = This record was made by a newer Handrail. Update Handrail to open it.
failure-disk-full = This device is out of space. Free some space, then try again. What you typed is still here.
failure-read-only = Handrail cannot write to this device. What you typed is still here.
failure-in-use = Handrail is already open in another window.
failure-no-vault = There is no record on this device yet.
failure-internal = Something went wrong in Handrail. Nothing was lost. Try again.

# In a page that does not run.
too-old = This device’s web view is too old for Handrail. Your record stays as it is. On Android, update “Android System WebView” and “Chrome” in the Play Store. On an iPhone, iPad or Mac, update the system.

rule-required = This is needed.
rule-too-short = This is too short.
rule-too-long = This is too long.
rule-too-small = This number is too small.
rule-too-large = This number is too large.
rule-control-characters = This has signs in it that cannot be saved. Type it again.
rule-end-before-start = The end comes before the start.
rule-not-a-date = This is not a date.
rule-not-a-time = This is not a time.
rule-in-the-future = This lies in the future.
rule-taken = There is one on this day already.
rule-does-not-fit = This does not fit with the rest.
rule-unknown-zone = This time zone is not known.
rule-unknown = This choice is not known.
rule-newer = This file was made by a newer Handrail. Update Handrail to read it.
rule-malformed = This could not be read.
phone-malformed = This is not a phone number.
rule-mistyped = One of the letters or numbers does not fit. Check what you typed.
rule-wrong = This does not fit. Check what you typed, and that it is the right one.
rule-too-simple = This one is guessed early, like 123456. Take another.

signature-empty = Empty. Sign here with a finger, a pen or the mouse.
signature-drawn = Signed. It can be cleared and drawn again.
signature-clear = Clear
