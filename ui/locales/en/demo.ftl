# What the made-up client wrote. Read by the core alone.
demo-payer = Acorn Health Plan
demo-clinic = Cedar House
demo-address = 214 Cedar Street, Springfield
demo-room = Room 2
demo-family-note = Bring the list Dana and I made.
demo-part-note = Left early, Mia had a fever.
demo-good-note = Talked about Friday evenings. It helped to hear I am not the only one.

demo-reason-1 = I want to be at Mia’s school play in May, all of me.
demo-reason-2 = I like who I am in the morning now.
demo-reason-3 = Keep my job, and the mornings at the river.

demo-trigger-payday = Payday, driving past Miller’s
demo-trigger-payday-do = Take Route 9. Call Jo from the car.
demo-trigger-brother = Arguments with my brother
demo-trigger-brother-do = Leave the room, walk ten minutes.
demo-trigger-sleep = Not sleeping
demo-trigger-sleep-do = No phone after 10. Tea, then bed.
demo-trigger-alone = Friday evenings alone
demo-trigger-alone-do = Plan Fridays by Wednesday: group, then Jo or a film with Mia.
demo-trigger-back = My back hurting after a shift
demo-trigger-back-do = Stretch, hot shower, the pills Dr. Lee allows. Nothing else.
demo-trigger-bored = Being bored at home
demo-trigger-bored-do = Do one thing from the list on the fridge.

demo-situation-wedding = Cousin Ana’s wedding
demo-situation-wedding-plan = Go with Jo. Drive myself. Leave after the cake. Seltzer in hand.
demo-situation-check = Tax refund comes
demo-situation-check-plan = It goes to my sister’s account first. We decide together.

demo-sign-early-1 = I stop making breakfast.
demo-sign-early-2 = Up past midnight two nights in a row.
demo-sign-middle-1 = I skip a meeting and tell no one.
demo-sign-middle-2 = I think about the good old days.
demo-sign-late-1 = I look up Ray’s number.
demo-sign-late-2 = I plan a reason to be out alone with cash.

demo-skill-river = Walk to the river and back
demo-skill-cold = Cold water on my face, ten slow breaths
demo-skill-call = Call Jo before, not after
demo-skill-gum = Strong mint gum and a podcast
demo-skill-gym = Gym, forty minutes
demo-skill-cook = Cook something that takes an hour

demo-person-sponsor = Jo
demo-person-program = Cedar House
demo-person-therapist = Dana R.
demo-person-sister = Elena

demo-place-1 = Elena’s kitchen
demo-place-2 = The library on Oak Street
demo-place-3 = Tuesday group, they open at 7
demo-remove-1 = The bottles in the garage: gone on January 6
demo-remove-2 = Ray’s number, from the phone and from the old notebook

demo-routine-1 = In bed by 11
demo-routine-2 = Call Jo twice
demo-routine-3 = Gym on Thursday
demo-routine-4 = Breakfast with Mia on school days

demo-medicine-1 = Naltrexone
demo-medicine-1-how = 50 mg with breakfast.
demo-medicine-2 = Naloxone spray
demo-medicine-2-how = In the kitchen drawer. Elena knows how.

demo-slip-1 = Stop. Put it down. It is one time, not all of it.
demo-slip-2 = Go to Elena’s. Do not stay alone.
demo-slip-3 = Call Jo. Say: “I used, I am safe, can you come?”
demo-slip-4 = Call Cedar House in the morning and go to the next session anyway.

demo-meeting-monday = Lunch Hour
demo-meeting-monday-place = First Street Church, basement
demo-meeting-tuesday = Tuesday Night
demo-meeting-tuesday-place = Oak Street Library, room B
demo-meeting-saturday = Saturday Online
demo-session-topic-1 = Triggers and what helps
demo-session-topic-2 = Sleep and routine
demo-session-topic-3 = Saying no
demo-session-topic-4 = Talking with family
demo-session-topic-5 = Riding out an urge
demo-session-led-by-1 = Dana
demo-session-led-by-2 = Marcus
demo-session-homework = Write down three triggers and what I can do about each
demo-topic-1 = Asking for help
demo-topic-2 = Step one
demo-topic-3 = Urges
demo-topic-4 = Gratitude

demo-check-in-1 = Long day, but I went.
demo-check-in-2 = Slept well for once.
demo-check-in-3 = Argued on the phone. Walked it off.

demo-mooring-1 = In bed by 11
demo-mooring-2 = Call Jo before work
demo-mooring-3 = Two meetings a week
demo-mooring-4 = Gym on Thursday
demo-mooring-5 = Breakfast with Mia on school days

demo-aftercare-river = The river on Saturday morning
demo-aftercare-river-next = Ask Elena to come along.
demo-aftercare-groups = Two meetings a week
demo-aftercare-groups-next = Try the Saturday one in person.
demo-aftercare-therapy = See Dana on Tuesdays after the program
demo-aftercare-therapy-next = Ask which evenings she has.
demo-aftercare-refill = Refill my prescription
demo-aftercare-refill-next = Call the pharmacy on Oak Street.
demo-aftercare-doctor = Dr. Lee about my back
demo-aftercare-doctor-next = Call for a time before work.
demo-aftercare-money = Pay goes to Elena’s account first
demo-aftercare-money-next = Sign the form at the bank.
demo-aftercare-summary = Ask for a copy of my treatment summary
demo-aftercare-summary-next = Marcus knows the form.
demo-aftercare-phones = Phone numbers of three people from group
demo-aftercare-phones-next = Ask on Friday.
demo-aftercare-appointment = First appointment with Dana after the program
demo-aftercare-appointment-next = Set the day with her.
demo-halt-hungry = Eat something warm, at the table
demo-halt-angry = Leave the room, walk ten minutes
demo-halt-lonely = Call Jo, or go to a meeting
demo-halt-tired = No phone after ten, tea, then bed
demo-person-sponsor-message = I am having a hard moment. Can you talk?
demo-slip-message = I slipped. I am safe. Can you come, or stay on the phone?
