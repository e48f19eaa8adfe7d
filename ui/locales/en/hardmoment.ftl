# The hard moment: few words, read by someone who can hardly read now.

hard-title = This will pass.
hard-lead = Urges rise, peak and fall. Stay with me until the timer ends.
hard-left = { $time } left
hard-over = 15 minutes have passed. You stayed. If the urge is still there, stay once more.
hard-again = 15 more minutes
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

hard-tty = TTY { $number }

us-988 = 988 Lifeline
us-988-do = Call or text { $number }
us-988-offers = Crisis lifeline, day and night
us-911 = 911
us-911-do = Call { $number }
us-911-offers = When a life is in danger
us-samhsa = SAMHSA helpline
us-samhsa-do = Call { $number }
us-samhsa-offers = SAMHSA helpline: finds treatment, day and night, English and Spanish. Or text your ZIP code to 435748.
