# More: reminders, privacy and lock, moving records, language, about.

more-reminders = Reminders
more-reminders-short = What appears, and when

lead-label = How long before
lead-own = Another time
lead-own-label = Your own time before
lead-own-hint = Up to 4 weeks.

more-privacy = Privacy and lock
more-privacy-short = What the lock stops, and what it cannot
more-lock = Lock
more-lock-now = Lock now
more-lock-after = Lock by itself
more-lock-after-hint = When nobody touches Handrail for this long.
more-lock-after-short = Locks after { $minutes } min
more-lock-minutes =
    { $count ->
        [one] After 1 minute
        [60] After 1 hour
        [120] After 2 hours
       *[other] After { $count } minutes
    }
more-lock-by-hand = Only when I lock it
more-lock-never = Locks only by hand
more-lock-demo = Made-up data has no lock. Your own record stays locked while you look around.
more-key-not-kept = Recovery key not written down yet
more-key-not-kept-text = If you forget your passphrase now, nobody can open your record. It takes a minute: make a key and write it on paper.
more-key-new = Make a recovery key
more-key-old = If you wrote down a key before, it does not open your record any more once you make this one. It still opens backups that were made with it, and an older record that was put aside.
more-key-show = Show the new key
more-key-saved = Your copy is right. Keep it safe.
more-stops = What the lock stops
more-stops-device = Someone who picks up this device and wants to read in it.
more-stops-file = Someone who copies its files, or a backup.
more-stops-notices = While it is locked, reminders say nothing of treatment.
more-stops-sends = Handrail sends nothing to anyone. It has no account and uses no network.
more-cannot = What it cannot stop
more-cannot-passphrase = Someone who knows your passphrase.
more-cannot-malware = A harmful program on this device.
more-cannot-device = Someone who has this device and deletes Handrail’s files, or puts your record aside and destroys it. They still cannot read it. A backup elsewhere helps.
more-cannot-court = A court order.
more-cannot-supervision = Rules of probation or parole that let someone look.
more-know = Good to know
more-know-own = This is your own record, not a clinic’s. The law does not shield it the way it shields clinic records.
more-know-lost = If you lose both the passphrase and the recovery key, nobody can open the record or its copies. A backup with a passphrase of its own still opens.
more-know-device = Handrail is not a medical device and not emergency care. In an emergency call 911. In a crisis call or text 988.

more-record = Move records
more-record-short = As an open file, to use elsewhere
more-out = Save everything to a file
more-out-text = One file holds your whole record, so you can move it to another device or keep it. Lists of meetings are not in it, nor what the lock screen shows or your own crisis lines: set these again there.
more-out-warning = Anyone who has this file can read it. It is not locked: for a locked one make a backup. Delete it when you do not need it any more.
more-out-button = Save a copy
more-out-saved = Your copy is saved:
more-out-not-saved = No copy was saved.
more-in = Bring in a file
more-in-text = Brings in a file that Handrail saved. First you see what is in it. Nothing changes until you say so.
more-in-button = Choose a file
more-in-found = In { $name }
more-in-kind = Kind
more-in-new = New
more-in-changed = Changed
more-in-same = Same
more-in-replaces = New ones are added. Changed ones replace what is here. Nothing else is touched.
more-in-take = Bring it in
more-in-nothing = All of this is here already. There is nothing to bring in.
more-in-done = Everything is in.
more-in-newer = A newer Handrail saved this file. Update Handrail on this device, then try again. Nothing was changed.
more-in-malformed = This is not a file that Handrail saved, or it is damaged. Nothing was changed.
more-kind-choices = Settings
more-kind-episodes = Programs
more-kind-phases = Phases of programs
more-kind-patterns = Weekly schedules
more-kind-closures = Days off
more-kind-sessions = Sessions
more-kind-call-lines = Lines to call
more-kind-calls = Calls of those lines
more-kind-meetings = Usual meetings
more-kind-attendances = Meetings you went to
more-kind-signatures = Signatures
more-kind-requirements = Meetings asked of you
more-kind-pauses = Pauses
more-kind-goals = Goals
more-kind-sponsors = Sponsors
more-kind-steps = Steps
more-kind-commitments = Service
more-kind-counters = Recovery dates
more-kind-chips = Colors of chips
more-kind-plan-versions = Versions of your plan
more-kind-check-ins = Check-ins
more-kind-mooring-lines = Mooring lines
more-kind-mooring-weeks = Weeks of mooring lines
more-kind-aftercare = Aftercare
more-kind-aftercare-done = Aftercare done
more-kind-assessments = Questionnaires
more-kind-slips = Slips
more-kind-rides = Times you stayed
more-kind-reminder-rules = What reminds
more-kind-own-reminders = Your own reminders
more-kind-payers = Who pays
more-kind-authorizations = What is covered
more-kind-fees = What you pay
more-kind-account-entries = Charges and payments
more-kind-other = Other

more-language = Language and week
more-language-en = English
more-language-es = Español
more-week = Your week starts on
more-week-hint = Hours and groups are counted by this week.

more-learn = Learn
more-learn-short = Levels of care, what an IOP is, questions to ask

more-about = About Handrail
more-about-short = Version, licenses, made-up data
more-version = Version { $version }
more-about-what = A private record for people in treatment for alcohol or drug use: hours, support groups, and a plan for hard moments.
more-licences = Licenses
more-licences-own = Handrail is free software under the MIT license or the Apache License 2.0, as you choose.
more-licences-font = The letters are Atkinson Hyperlegible Next by the Braille Institute, under the SIL Open Font License 1.1.
