# Before and behind the lock: unlocking, recovery, trouble with the record, and made-up data.

one-moment = One moment…
gate-step = Step { $at } of { $of }

unlock-title = Welcome back
unlock-passphrase = Passphrase
unlock-open = Unlock
unlock-wait = Wait { $time }
unlock-too-many = Too many tries in a row. Take a breath. You can try again in a moment.
unlock-again = You can try again now.
unlock-wrong-help = Capital letters count. Touch the eye to see what you type.
unlock-forgot = I forgot it
unlock-pin = PIN
unlock-use-passphrase = Use the passphrase
unlock-use-pin = Use the PIN
unlock-pin-wrong = That PIN does not fit. You can try again.
unlock-pin-gone = The system’s key store is locked or gone, so the PIN cannot be used now. Use your passphrase.

passphrase-hint = At least 8 characters. Longer is safer: four or five words that do not belong together.
passphrase-again = The same again
rule-not-the-same = The two are not the same.

recovery-key = Recovery key
recovery-title = Write down your recovery key
recovery-text = If you forget your passphrase, this key opens your record.
recovery-paper = Write it on paper and keep it away from this device. It is shown only now.
recovery-lost = If both the passphrase and the key are lost, nobody can open the record. Only a backup with a passphrase of its own helps then.
recovery-last-group = Check your copy
recovery-last-group-hint = Type the last group, the four signs at the end.
recovery-written = I wrote it down
recovery-later = I will do it later
recovery-later-hint = You can make a new key any time in More, under Privacy and lock.

recover-title = Use your recovery key
recover-text = Type the key that you wrote down, then choose a new passphrase. Your record stays as it is.
recover-key-hint = Nine groups of four. Small letters, spaces and missing dashes are fine.
recover-new = New passphrase
recover-open = Open my record
recover-wrong = This key has no typing mistake, but it does not open this record. Maybe you made a newer key later.

made-up-title = Made-up data
made-up-look = Look around with made-up data
made-up-text = See how Handrail looks for a made-up person. Your own record is locked first and stays as it is.
made-up-now = You are looking at a made-up person. What you change here is forgotten when you leave.
made-up-banner = Made-up data
made-up-leave = Leave

trouble-what-to-do = What you can do
trouble-same = It is still the same.
trouble-mark = If you report this, name this word: { $id }
trouble-newer-title = This record needs a newer Handrail
trouble-newer-text = A newer Handrail wrote it. Nothing was changed.
trouble-newer-do = Update Handrail on this device, then open it again.
trouble-in-use-title = Handrail is already open
trouble-in-use-text = Your record is open in another window. Nothing was changed.
trouble-in-use-do = Go to that window. Or close it and try again here.
trouble-disk-full-title = This device is full
trouble-disk-full-text = Handrail needs a little free space to open your record. Nothing was changed.
trouble-disk-full-do = Delete something you do not need any more, then try again.
trouble-read-only-title = Handrail cannot save here
trouble-read-only-text = The place where your record lies can be read but not written. Nothing was changed.
trouble-read-only-do = Check that the disk is not write-protected and that your account may change files there. Then try again.
trouble-other-title = Something went wrong
trouble-other-text = This is a mistake in Handrail, not yours. Nothing was changed.
trouble-other-do = Try again. If it stays like this, close Handrail and open it again.
