# The plan on paper and as plain text: what of it is taken, and where it goes.

plan-share = Print or share
plan-share-form = As what
plan-share-whole = The whole plan
plan-share-whole-hint = On full pages
plan-share-card = A card for the wallet
plan-share-card-hint = The shortest of it on one page, to fold
plan-share-text = Text
plan-share-text-hint = To copy into a message, or to save
plan-share-parts = Which parts
plan-share-parts-hint = Leave out what is for you alone.
plan-share-none = Choose at least one part.
plan-share-empty = Nothing is written yet
plan-share-empty-text = Once there are a few words in your plan, you can print or share them here.
plan-share-text-is = The text
plan-share-text-copy = Copy
plan-share-text-save = Save as text file
plan-share-text-copied = The text is copied. Paste it within 30 seconds: then it is taken from the clipboard.
plan-share-text-open = Neither the file nor what is copied is encrypted. Whoever gets it can read it.
plan-share-card-lock = A few lines on the lock screen
plan-share-card-lock-hint = Choose what can be seen there without the passphrase
