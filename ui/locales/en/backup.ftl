# Backups, the copies kept on this device, and what can be done when the record does not open.

strength-minutes = Weak. Someone with a copy of your record and a fast computer needs less than an hour.
strength-days = Weak. It would hold for days against someone with a copy of your record and a fast computer.
strength-years = Fair. It would hold for years against someone with a copy of your record and a fast computer.
strength-lifetimes = Strong. It would hold for a lifetime against someone with a copy of your record and a fast computer.
strength-ages = Very strong. It would hold for ages against someone with a copy of your record and a fast computer.
strength-weak-keyboard = Keys that lie side by side are tried first.
strength-weak-repeats = The same part again and again adds little.
strength-weak-sequence = Rows like abc or 123 add little.
strength-weak-date = Years and dates are tried early.
strength-weak-common = Many people use this one. It is tried first.
strength-weak-word = One word or a name is tried early. Several words hold longer.
suggest-words = Suggest words
suggest-text = Picked at random, just now, on this device. Write them down or say them a few times until they stay.
suggest-take = Use these words
suggest-others = Other words
suggest-taken = They are in both fields now. Write them down or learn them before you go on.

backup-title = Backup
backup-short = For the day this device is lost or breaks
backup-last = Last backup
backup-last-never = You have no backup yet
backup-last-old = This was more than 30 days ago.
backup-last-text = If this device is lost or breaks, your record goes with it. A backup brings it back.
backup-make = Make a backup
backup-make-text = A backup is one locked file. Save it away from this device, such as on a USB stick.
backup-demo = Made-up data has no backups. In your own record you make them here.
backup-restore = Bring back a backup
backup-restore-detail = First you see what is in it
backup-copies = Copies kept by Handrail
backup-copies-detail = Made by itself, on this device
backup-kept = Records put aside
backup-kept-detail = What another record took the place of
backup-holds = What a backup holds
backup-holds-all = Everything in your record: sessions, groups, your plan, check-ins, notes, and your settings.
backup-holds-not = Not in it: what the lock screen shows without the passphrase, crisis lines of your own, and your PIN.
backup-holds-tool = It is a file in the age format. The free tool “age” opens it too, with the same passphrase. Inside is an SQLite database. So you can get at your record without Handrail.
backup-holds-lost = Without its passphrase or key nobody can open it.

backup-with = What opens it
backup-with-own = A passphrase of its own
backup-with-own-detail = It may be another one than you unlock with
backup-with-key = My recovery key
backup-with-key-detail = The one that you wrote down last
backup-passphrase = Passphrase of the backup
backup-save = Save the backup
backup-saved = Your backup is saved and was checked:
backup-not-saved = No backup was saved.

backup-choose-text = Choose a backup that Handrail saved. Its name ends in .age.
backup-choose = Choose a backup
backup-choose-other = Choose another
backup-chosen = Chosen: { $name }
backup-secret = Its passphrase, or the recovery key
backup-secret-hint = The key is the one of the record it was made from.
backup-look = Look inside
backup-inside = What is in it
backup-made = Made on { $date }
backup-latest = The last thing in it is from { $date }
backup-count = How many
backup-empty = Nothing is in it yet.
backup-new-passphrase = New passphrase for this record
backup-new-text = It becomes your record here, with a passphrase that you choose now and a new recovery key.
backup-new-kept = The record that is here now is put aside as it is. You can put it back.
backup-current = Passphrase of the record that is here now
backup-restore-button = Make it my record
rule-not-a-backup = This is not a backup that Handrail saved, or it is damaged. Nothing was changed.
rule-choose-again = Choose the file again. It is held for 15 minutes only.

copies-text = Handrail keeps a copy on days when something changed, and before each update. Of the newest: 7 days, 4 weeks, 6 months. They lie beside your record and open with the same passphrase or recovery key.
copies-not-a-backup = They help when the record is damaged. When this device is lost, they are lost too.
copies-none = There is none yet
copies-none-text = The first one is made by itself once you have put something in.
copies-update = before an update
copies-of = Copy of { $date }
copies-secret = Passphrase or recovery key
copies-look = See what is in it
copies-use = Go back to this copy
copies-use-text = The record that is here now is put aside as it is. You can put it back.
copies-used = Your record is back as it was on { $date }.

kept-text = When a backup, a copy or a new start takes the place of your record, the old one is kept here, locked as it was.
kept-none = Nothing was put aside
kept-on = Put aside on { $date }
kept-not-whole = A part is missing. It cannot be put back as it is.
kept-back = Put it back
kept-back-text = It becomes your record again, with its own passphrase. The one that is here now is put aside.
kept-delete = Delete for good
kept-delete-title = Delete this record for good?
kept-delete-text = It is gone then. This cannot be taken back.
kept-deleted = It is gone.

trouble-key-missing-title = The key to your record is missing
trouble-key-missing-text = The record is here, but not the file that unlocks it. Without it your passphrase opens nothing. Nothing was changed.
trouble-key-damaged-title = The key to your record is damaged
trouble-key-damaged-text = Both copies of the file that unlocks it cannot be read. Nothing was changed.
trouble-database-missing-title = Your record is missing
trouble-database-missing-text = The key is here, but not the file with your record. Maybe it was moved or deleted. Nothing was changed.
trouble-database-empty-title = Your record is an empty file
trouble-database-empty-text = The file is here, but there is nothing in it. Nothing was changed.
trouble-database-foreign-title = This is not Handrail’s file
trouble-database-foreign-text = Where your record should be, there is a file of something else. Nothing was changed.
trouble-database-damaged-title = Your record is damaged
trouble-database-damaged-text = A part of its file cannot be read. Much of it may still be whole. Nothing was changed.

remedy-copies = Go back to a copy
remedy-copies-detail = Kept by Handrail on this device. Needs your passphrase or recovery key
remedy-backup = Bring back a backup
remedy-backup-detail = A file that you saved
remedy-salvage = Save what can be read
remedy-salvage-detail = The rest is kept as it is. Needs your passphrase or recovery key
remedy-kept = Put back a record
remedy-kept-detail = One that was put aside before
remedy-anew = Start anew
remedy-anew-detail = What is here is kept beside it

salvage-text = Handrail reads everything that still reads and makes a new record of it. The damaged file is put aside, and no byte of it is changed. Your passphrase stays the same.
salvage-go = Save what can be read
salvage-done-title = This could be saved
salvage-done-text = It is your record now. The damaged file is kept under More, Backup.
salvage-saved = Saved
salvage-lost = Some could not be read
salvage-none = Nothing could be read.
salvage-latest = Your last changes could not be read. Look through what you wrote last.
salvage-stand-ins =
    { $count ->
        [one] One level of care could not be read. In its place there is one with nothing but its days, so that its sessions are kept. You can fill it in.
       *[other] { $count } levels of care could not be read. In the place of each there is one with nothing but its days, so that its sessions are kept. You can fill them in.
    }
rule-nothing-reads = Too little of it reads to save anything. Nothing was changed. Go back to a copy or a backup instead.
salvage-on = Go on

anew-text = You begin with an empty record. What is here now is put aside as it is and stays locked. If its passphrase, its key or a copy turns up, you can put it back.
anew-backup-text = What is here now is put aside as it is and stays locked. Then you choose your backup. If the passphrase or the key turns up later, you can put the old record back.
anew-go = Put it aside and go on

neither-button = I have neither
neither-title = Without both
neither-text = Nobody can open this record now, not even us. But you can go on, and nothing gets deleted.
neither-backup = I have a backup
neither-backup-detail = Its own passphrase opens it
have-backup = I have a backup
bring-title = Bring back your record
bring-text = From a backup that you saved, on this device or another.

news-key-text = Your record is back. This is its new recovery key. The key from before does not open it.
