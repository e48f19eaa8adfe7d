# The relapse prevention plan: eleven sections, versions, and the words that Handrail adds.

plan-title = My plan
plan-reviewed = Reviewed with { $name } on { $day }
plan-saved-on = Saved on { $day }
plan-saved = Saved.
plan-empty = A plan in your own words
plan-empty-text = Six short questions make a start, in about ten minutes. Or begin anywhere. A few words are enough.
plan-empty-start = Start with my reasons

plan-open = { $written } of { $all } parts are written. The rest can wait until you have something to put there.

plan-guide = Write it step by step
plan-guide-go-on = Go on step by step
plan-guide-at = Question { $place } of { $count }
plan-guide-kept = What you type is kept, also when you stop here. All together take about ten minutes.
plan-guide-back = One question back
plan-guide-save = Save my plan
plan-guide-leave = Back to the plan
plan-guide-saved = Your plan is saved. Change it whenever you like.
plan-guide-reasons = What do you want to be there for?
plan-guide-reasons-hint = One reason is enough.
plan-guide-triggers = What brings on the urge?
plan-guide-triggers-hint = Name one thing, and what you can do about it.
plan-guide-signs = How do you notice early that things are slipping?
plan-guide-signs-hint = Mood, sleep and routine often change first.
plan-guide-skills = What helps you through an urge?
plan-guide-skills-hint = Two things that take only minutes.
plan-guide-people = Who can you call?
plan-guide-people-hint = One person to begin with.
plan-guide-slip = If you slip, what do you do first?
plan-guide-slip-hint = One step is enough. Having it written down helps on that day.

plan-write-section = Write: { $section }
plan-edit-section = Edit: { $section }
plan-new-entry = New
plan-write-own = Write my own
plan-ideas = Ideas. Take one or leave it.
plan-move-up = Move up: { $name }
plan-move-down = Move down: { $name }
plan-moved = Now { $place } of { $count }.
plan-remove = Remove: { $name }
plan-entry-removed = Removed: { $name }
plan-put-back = Put back
plan-changed-now = This part was changed in the meantime. It now says:
plan-changed-empty = Nothing.
plan-changed-kept = Your words above are still here. Save again to use them instead.

plan-checks = Worth a look
plan-check-person = Does one person know about this plan?
plan-check-person-why = Someone who knows can help sooner.
plan-check-copy = Keep a copy at hand
plan-check-copy-why = On paper, as a file, or a few lines on the lock screen.
plan-check-review = Read it with your therapist
plan-check-review-why = Note here when you did.
plan-check-review-due = Time to look at it again with { $name }
plan-check-review-set = Set for { $day }
plan-check-card = The lock screen shows something else
plan-check-card-why = It has words or a number that your plan does not have any more.

plan-reasons = My reasons
plan-reasons-ask = What do you want to be there for?
plan-reasons-one = Reason
plan-reasons-add = Another reason
plan-reasons-idea-1 = I want to wake up with a clear head.
plan-reasons-idea-2 = I want my family to be able to count on me.
plan-reasons-idea-3 = I want to keep my job and my home.

plan-triggers = Triggers
plan-triggers-ask = What brings on the urge, and what do you do about it?
plan-triggers-external = Around me
plan-triggers-external-hint = People, places, times, things
plan-triggers-internal = Inside me
plan-triggers-internal-hint = Feelings, pain, thoughts
plan-triggers-add = Another trigger
plan-triggers-kind = Where it comes from
plan-triggers-text = What it is
plan-triggers-response = What I do about it
plan-triggers-strength = How strong it is
plan-triggers-external-idea-1 = Payday
plan-triggers-external-do-1 = Pay bills first. Keep little cash on me.
plan-triggers-external-idea-2 = Friends who use
plan-triggers-external-do-2 = Leave early. Call someone on the way home.
plan-triggers-internal-idea-1 = Bad sleep
plan-triggers-internal-do-1 = No phone late. Same bedtime every night.
plan-triggers-internal-idea-2 = Feeling alone
plan-triggers-internal-do-2 = Go to a meeting. Text a friend.

strength-1 = Mild
strength-2 = Strong
strength-3 = Very strong

plan-situations = Coming up
plan-situations-ask = Is something coming that could be hard? What is your plan for it?
plan-situations-add = Another one
plan-situations-text = What is coming up
plan-situations-on = When
plan-situations-plan = My plan for it
plan-situations-idea-1 = A wedding or a party
plan-situations-do-1 = Go with someone sober. Drive myself, so that I can leave.
plan-situations-idea-2 = A court date
plan-situations-do-2 = Call my sponsor before and after.

plan-signs = Warning signs
plan-signs-ask = How can you tell that things are slipping, early and late?
plan-signs-one = Sign
plan-signs-stage = When it shows
plan-signs-add = Another sign
stage-early = Early
stage-early-hint = Mood, sleep and routine change first.
stage-middle = In the middle
stage-middle-hint = Pulling back from people, skipping things, thinking of the good old times.
stage-late = Late
stage-late-hint = Making plans, getting in touch with people who have it.
plan-signs-early-idea-1 = I sleep badly for several nights.
plan-signs-early-idea-2 = I stop cooking and skip meals.
plan-signs-middle-idea-1 = I do not answer calls.
plan-signs-middle-idea-2 = I find reasons to skip group.
plan-signs-late-idea-1 = I drive past the old places.
plan-signs-late-idea-2 = I look up old phone numbers.

plan-skills = What works for me
plan-skills-ask = What helps you through an urge?
plan-skills-one = What I do
plan-skills-add = Another one
plan-skills-minutes = How many minutes it takes, { $place }
plan-skills-pace = Quick or slow
plan-skills-takes = How long it takes
plan-minutes-unit = min
pace-quick = Quick
pace-quick-hint = Takes minutes
pace-slow = Slow
pace-slow-hint = Takes longer, or works over time
plan-skills-quick-idea-1 = Ten slow breaths
plan-skills-quick-idea-2 = Cold water on my face
plan-skills-quick-idea-3 = Walk around the block
plan-skills-slow-idea-1 = Go to a meeting
plan-skills-slow-idea-2 = Cook something
plan-skills-slow-idea-3 = Work out
plan-halt = Hungry, angry, lonely or tired? Take care of that first.

plan-halt-title = When one of these is behind it
plan-halt-hungry = Hungry
plan-halt-hungry-hint = Such as: toast and a glass of milk
plan-halt-angry = Angry
plan-halt-angry-hint = Such as: walk until it cools
plan-halt-lonely = Lonely
plan-halt-lonely-hint = Such as: text Sam, sit in the library
plan-halt-tired = Tired
plan-halt-tired-hint = Such as: lie down for 20 minutes

plan-people = People
plan-people-ask = Who can you call?
plan-people-order = In the order in which you would call them.
plan-people-add = Another person
plan-people-name = Name
plan-people-role = Who they are
plan-people-phone = Phone
plan-people-message = A text, ready to send
plan-people-message-hint = It is in place when you tap the text button.
plan-people-says = Ready to send: “{ $message }”
plan-phone-add = Another number
plan-phone-n = Number { $place }
plan-phone-number = Number
plan-phone-label = What it is for
plan-phones-more = Other numbers
plan-people-knows = knows this plan
plan-people-knows-plan = Knows about this plan
role-sponsor = Sponsor
role-therapist = Therapist
role-program_line = Program line
role-family = Family
role-friend = Friend
role-doctor = Doctor
role-other = Other

plan-places = Safe places
plan-places-ask = Where are you safe? What should leave your home?
plan-places-safe = Places that are safe
plan-places-safe-one = Place
plan-places-safe-add = Another place
plan-places-safe-idea-1 = The library
plan-places-safe-idea-2 = My sister’s kitchen
plan-places-remove = To remove from home
plan-places-remove-one = Thing
plan-places-remove-add = Another thing
plan-places-remove-idea-1 = Bottles
plan-places-remove-idea-2 = Old pills
plan-places-remove-idea-3 = Numbers in my phone

plan-routine = My week
plan-routine-ask = What holds your week together?
plan-routine-one = What I do
plan-routine-add = Another one
plan-routine-idea-1 = In bed by 11
plan-routine-idea-2 = Group on Tuesday and Thursday
plan-routine-idea-3 = Breakfast every day

plan-medicines = Medicines that help
plan-medicines-ask = Which medicines help you, and how do you take them?
plan-medicines-add = Another medicine
plan-medicines-name = Name
plan-medicines-how = When and how I take it
plan-medicines-idea-1 = Naloxone (Narcan)
plan-medicines-do-1 = For an overdose. It is in the kitchen drawer.

plan-slip = If I slip
plan-slip-ask = What do you do first? Who do you tell, and what do you say?
plan-slip-one = Step
plan-slip-add = Another step
plan-slip-message = What I say
plan-slip-message-hint = Words for the call or the text, so that you need not look for them.
plan-slip-idea-1 = Stop. Put it away or leave.
plan-slip-idea-2 = Go where it is safe.
plan-slip-idea-3 = Call someone and say: “I slipped. Please stay with me.”
plan-slip-idea-4 = Call my program the same day.

plan-safety-from = From Handrail
plan-safety-tolerance = After a break the body can take much less. The amount from before can kill.
plan-safety-alone = Do not be alone. Stay where someone can see you.
plan-safety-naloxone = Keep naloxone (Narcan) close, and tell someone where it is.
plan-safety-call = Someone does not wake up, or breathes slowly? Call 911 and give naloxone.

plan-review = Reviewed with my therapist
plan-review-ask = When did you read this plan together, and when will you again?
plan-review-with = With whom
plan-review-on = When
plan-review-next = Next time
plan-signatures = Signatures
plan-signatures-hint = If you both want to sign
plan-signature-n = Signature { $place }
plan-signed-by = Signed by { $name }
plan-signer = Name or initials
plan-sign-mine = Sign it myself
plan-sign-theirs = My therapist signs
plan-signature-remove = Remove this signature
plan-review-line = With { $name } on { $day }
plan-review-next-line = Next time on { $day }

plan-versions = Earlier versions
plan-versions-about = Every time you save, the plan before it is kept. You can read it and bring it back.
plan-version-now = the plan now
plan-version-of = Plan of { $day }
plan-version-current = This is the plan as it is now.
plan-version-differs = Different now
plan-version-missing = Not written yet then: { $sections }.
plan-compare = Compare two versions
plan-compare-before = What changed then
plan-compare-now = Compare with now
plan-diff-older = Before
plan-diff-newer = After
plan-diff-gone = Gone:
plan-diff-new = New:
plan-diff-nothing = nothing
plan-diff-count =
    { $count ->
        [0] Nothing differs between these two.
        [one] 1 thing differs.
       *[other] { $count } things differ.
    }
plan-became-added = Added
plan-became-removed = Removed
plan-became-changed = Changed
plan-became-moved = Moved to another place
plan-yes = yes
plan-no = no
plan-restore = Bring this version back
plan-restored = This version is your plan again.
