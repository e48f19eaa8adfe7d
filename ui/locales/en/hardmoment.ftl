# The hard moment: few words, read by someone who can hardly read now.

hard-title = This will pass.
hard-lead = Urges rise, peak and fall. Stay with me until the timer ends.
hard-crisis = You are not alone with this.
hard-crisis-lead = What you answered matters. You can talk to someone now, day or night. Handrail tells no one.
hard-left = { $time } left
hard-over = { $minutes } minutes have passed. You stayed. If the urge is still there, stay once more.
hard-again = { $minutes } more minutes
hard-length = How long to ride it out
hard-minutes = { $minutes } min
hard-breathe-in = Breathe in
hard-breathe-out = Breathe out
hard-breathe-how = Breathe in for 4 seconds and out for 6.

hard-works = What works for me
hard-works-next = Next thing that works
hard-try = Try this
hard-try-1 = Breathe out slowly, ten times.
hard-try-2 = Put cold water on your face.
hard-try-3 = Walk outside for ten minutes.
hard-try-4 = Eat something. Drink water.
hard-try-5 = Call or text someone. Say: “I am having a hard time.”
hard-reasons = My reasons

hard-slipped = If I slipped
hard-slipped-detail = What to do now, step by step
hard-slipped-lead = It can stop here. One step at a time.
hard-slip-1 = Stop. Put it away, or leave.
hard-slip-2 = Go where you are safe and someone is with you.
hard-slip-3 = Tell one person: “I slipped. Please stay with me.”
hard-slip-4 = Call your program or your therapist today.
hard-say = What I say
hard-text-at = Text { $name }: { $which }

hard-halt = Is one of these true?
hard-halt-detail = Take care of it first.
hard-halt-hungry = Hungry
hard-halt-angry = Angry
hard-halt-lonely = Lonely
hard-halt-tired = Tired
hard-halt-hungry-try = Eat something small. Drink water.
hard-halt-angry-try = Step away. Walk fast until it is less.
hard-halt-lonely-try = Call or text someone, or go where people are.
hard-halt-tired-try = Sit or lie down. Nothing has to be decided now.

hard-after = How is it now?
hard-after-urge = How strong the urge is now
hard-after-scale = 0 is no urge, 10 is the strongest.
hard-after-keep = Keep it
hard-after-skip = Skip
hard-kept = Kept. You stayed.

hard-write = Your own words can stand here
hard-write-detail = Not now. Write your plan on a calm day.

hard-rides = Times I stayed
hard-rides-about = How strong the urge was at the end, from 0 to 10.
hard-rides-none = Nothing kept
hard-rides-none-text = After a hard moment you can keep how it was. It is listed here.
hard-ride-urge = urge { $craving } of 10
hard-ride-delete = Delete: { $when }
hard-ride-deleted = Deleted.

hard-tty = TTY { $number }

us-988 = 988 Lifeline
us-988-do = Call or text { $number }
us-988-offers = Crisis lifeline, day and night
us-988-es = 988 in Spanish
us-988-es-do = { $number } in Spanish
us-988-es-offers = Call and press 2, or text the word AYUDA.
us-911 = 911
us-911-do = Call { $number }
us-911-offers = When a life is in danger
us-samhsa = SAMHSA helpline
us-samhsa-do = Call { $number }
us-samhsa-offers = SAMHSA helpline: finds treatment, day and night, English and Spanish. Or text your ZIP code to 435748.
