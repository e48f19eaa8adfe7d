# Learn: levels of care, what an IOP is, questions to ask. In our own words, to be read offline.
# Figures are filled in from features/learn/levels.ts, which names where they come from.

learn = Learn
learn-intro = Short pages, to read when you like. They explain. They do not take the place of your doctor or your program.
learn-pages = Pages
learn-next = Read next
learn-all = All pages
learn-from = Where this comes from: { $sources }.

learn-levels = Levels of care
learn-levels-about = PHP, IOP, outpatient and aftercare, side by side
learn-iop = What an IOP is
learn-iop-about = And what a week there is like
learn-length = How long it lasts
learn-length-about = Weeks, and how it gets lighter
learn-fit = Is this for me?
learn-fit-about = What to think about, and when to get help at once
learn-after = What comes after
learn-after-about = Support that goes on
learn-ask = Questions to ask a program
learn-ask-about = A list to read out or copy
learn-sources = Sources
learn-sources-about = The guides behind these pages

# Levels of care.
learn-levels-lead = Each level has its own number of hours. People move from one to another as their needs change.
learn-name-partial_hospitalization = Partial hospitalization (PHP)
learn-name-intensive_outpatient = Intensive outpatient (IOP)
learn-name-outpatient = Outpatient
learn-name-aftercare = Aftercare
learn-row-level = Level
learn-row-asam = ASAM level
learn-row-days = Days a week
learn-row-day = Hours a day
learn-row-week-adult = Hours a week, adult
learn-row-week-adolescent = Hours a week, under 18
learn-row-home = Where you live
learn-row-intensity = How intense
learn-row-cost = Typical cost
learn-row-best = Best for
learn-span = { $least } to { $most }
learn-span-least = { $least } or more
learn-span-between = { $least } to under { $below }
learn-span-below = Under { $below }
learn-as-planned = As you plan it
learn-home = At home or in sober housing
learn-intensity-partial_hospitalization = Most of the day, most days
learn-intensity-intensive_outpatient = A large part of the week
learn-intensity-outpatient = A small part of the week
learn-intensity-aftercare = Fits around your life
learn-cost-ask = Ask the program
learn-cost-intensive_outpatient = ${ $session_least } to ${ $session_most } a session, or ${ $whole_least } to ${ $whole_most } for { $weeks_least } to { $weeks_most } weeks
learn-cost-aftercare = Most support groups are free
learn-best-partial_hospitalization = People who come from inpatient care, or need more support than an IOP gives
learn-best-intensive_outpatient = People who come from PHP, or want a firm structure while they live at home
learn-best-outpatient = Keeping up what you have built, or milder needs
learn-best-aftercare = Everyone, for as long as it helps: groups, outpatient therapy, alumni
learn-levels-know = Good to know
learn-levels-know-1 = Many people start higher and step down. Some start in the middle. To step up again is not a step back. It is getting the support that fits now.
learn-levels-know-2 = A planned, lighter week or two before you step down still belongs to the level you are in.
learn-levels-know-3 = There are levels above these: living at a treatment center, or a stay in a hospital.
learn-levels-know-4 = What you pay depends on your coverage. Ask before you start.
learn-levels-edition = Which edition counts
learn-levels-edition-text = The hours here follow the ASAM Criteria, 3rd edition. The 4th edition is different, and your program may use it. Your program can tell you which hours count for you.

# What an IOP is.
learn-iop-what = In short
learn-iop-what-1 = IOP stands for intensive outpatient program. “Outpatient” means that you go home afterwards. “Intensive” means that you go often: { $days_least } to { $days_most } days a week, { $hours_least } to { $hours_most } hours each time.
learn-iop-what-2 = You learn to live without alcohol or drugs in the middle of your own life. What you practice in group, you can use the same evening.
learn-iop-what-3 = Many programs have a morning, an afternoon and an evening track. So people can often keep up work, school or family.
learn-iop-week = What happens there
learn-iop-group = A few people and a counselor. You talk, listen and practice new skills. This is the heart of most programs.
learn-iop-individual = You and your counselor alone. You look at how things are going and plan the next step.
learn-iop-family = People close to you can take part, if you want that.
learn-iop-education = Short classes: how alcohol and drugs act, cravings, triggers, sleep, stress.
learn-iop-drug_test = A part of most programs. It shows you and your team how things are going. Often it does not count toward your hours.
learn-iop-medication_visit = Some medicines ease cravings or withdrawal. A doctor or nurse looks at how they work for you.
learn-iop-case_management = Help with housing, work, court, forms and rides.
learn-iop-groups = Support groups
learn-iop-groups-text = Many programs ask you to go to meetings in between. There are faith-based and secular ones. No one kind is right for all.
learn-iop-example = A week could look like this
learn-iop-example-about = An example: { $days } evenings of { $hours } hours, { $week } hours in all.
learn-iop-example-1 = Check-in, group therapy, a short class
learn-iop-example-2 = Group therapy, time with your counselor
learn-iop-example-3 = Group therapy, family hour, a plan for the weekend

# How long it lasts.
learn-length-usual = On average
learn-length-weeks = { $least } to { $most } weeks
learn-length-up-to = Some programs run up to { $longest } weeks. You and your team look at how you are doing and decide together.
learn-length-down = It gets lighter
learn-length-down-about = Most programs start full and step down. An example over { $weeks } weeks:
learn-length-part = Weeks { $from } to { $to }
learn-length-days =
    { $days ->
        [one] 1 day a week
       *[other] { $days } days a week
    }
learn-length-down-after = A lighter week that was planned is a part of the program.
learn-length-stay = Why staying helps
learn-length-stay-1 = The guide of NIDA, the national institute that studies drug use, says that most people need at least { $months } months of treatment, and that longer helps more.
learn-length-stay-2 = Levels add up. Weeks in PHP, IOP and outpatient care are one path.
learn-length-pause = If you have to pause
learn-length-pause-text = You may get sick, or work or rides may change. Tell your program early. Ask how to make up sessions and how to come back.

# Is this for me?
learn-fit-lead = No page and no app can tell you which level you need. A trained person finds out together with you. These pages help you get ready for that talk.
learn-fit-often = An IOP often suits people who
learn-fit-often-1 = have a safe place to sleep
learn-fit-often-2 = do not need nurses or doctors around them day and night
learn-fit-often-3 = can get there several days a week
learn-fit-often-4 = want more structure than one visit a week gives
learn-fit-often-5 = come from PHP or inpatient care, or want more than outpatient care
learn-fit-think = Questions to think about
learn-fit-think-about = There are no points and no right answers.
learn-fit-think-1 = Is it safe and calm where I live? Does someone there drink or use?
learn-fit-think-2 = When I stopped before, did I get sick? Did I shake, see things, or have a seizure?
learn-fit-think-3 = How are my body and my mood? Which medicines do I take?
learn-fit-think-4 = What have I tried, and what helped?
learn-fit-think-5 = Who stands by me in the evening and on weekends?
learn-fit-think-6 = How would I get there? Who looks after my children or my job?
learn-fit-think-7 = What do I want to be different in three months?
learn-fit-take = Take your answers to
learn-fit-take-1 = your doctor or nurse
learn-fit-take-2 = a counselor or therapist
learn-fit-take-3 = the first talk at a program. It is often called intake or assessment.
learn-fit-take-4 = the SAMHSA helpline below. They tell you about places near you.
learn-fit-now = When more is needed at once
learn-fit-now-1 = Someone does not wake up, breathes slowly, has a seizure, or sees things that are not there: call 911.
learn-fit-now-2 = You think of hurting yourself, or it is all too much: call or text 988.
learn-fit-now-3 = You drink a lot each day, or take pills for sleep or worry, and want to stop: talk to a doctor first. Stopping all at once can be dangerous.
learn-fit-now-4 = You used after a break: the body can take much less than before. Stay near someone, and have naloxone close.

# What comes after.
learn-after-lead = Care does not stop on the last day of a program. It gets lighter, and it stays.
learn-after-steps = The next steps
learn-after-steps-1 = Outpatient care: { $days_least } to { $days_most } days a week, { $hours_least } to { $hours_most } hours each.
learn-after-steps-2 = Then aftercare, for as long as it helps. For many that is years.
learn-after-parts = What aftercare can be made of
learn-after-parts-1 = Support groups, faith-based or secular
learn-after-parts-2 = Outpatient therapy, alone or in a group
learn-after-parts-3 = An alumni group of your program
learn-after-parts-4 = Medicines that help, and a doctor who knows you
learn-after-parts-5 = People you can call
learn-after-parts-6 = Goals for home, work, family, health, money and joy, each with a next step
learn-after-before = Before the last day
learn-after-before-1 = Ask for a plan on paper: whom you see next, and when.
learn-after-before-2 = Have the first visit booked before you finish.
learn-after-before-3 = Read your relapse prevention plan with your therapist.
learn-after-plan = My plan
learn-after-slip = If there is a slip
learn-after-slip-text = What you learned is still yours. Get safe, tell someone, call your program. To go back to more hours for a time is good use of care.

# Questions to ask a program. Copied as they stand here.
learn-ask-lead = You may ask all of this before you say yes. A good program likes to answer.
learn-ask-copy = Copy the list
learn-ask-copied = The list is copied. Paste it within 30 seconds: then it is taken from the clipboard.
learn-ask-not-copied = This device did not let Handrail copy. You can mark the words and copy them yourself.
learn-ask-hours = Hours and days
learn-ask-hours-1 = Which days and times do you have? Is there an evening track?
learn-ask-hours-2 = How many hours a week is it, and for how many weeks?
learn-ask-hours-3 = Can some of it be online?
learn-ask-hours-4 = What if I am sick, or have to work? How do I make up a session?
learn-ask-people = People
learn-ask-people-1 = Who would be my counselor? What training do they have?
learn-ask-people-2 = How many people are in a group?
learn-ask-people-3 = Is there a doctor or nurse? Is there help for mood, worry or trauma?
learn-ask-people-4 = Which languages do you speak? Are there groups for people like me?
learn-ask-people-5 = Does the state license you? Are you accredited, and by whom?
learn-ask-cost = Cost
learn-ask-cost-1 = What does it cost in all? What does one session cost?
learn-ask-cost-2 = Do you take my insurance, Medicaid or Medicare?
learn-ask-cost-3 = Is there a sliding scale, or can I pay over time?
learn-ask-cost-4 = Who asks the insurer to approve more days, and when?
learn-ask-cost-5 = Do I pay for a session I could not come to? Do drug tests cost extra?
learn-ask-family = Family
learn-ask-family-1 = Can my family or friends take part? How?
learn-ask-family-2 = What do you tell them, and what not?
learn-ask-family-3 = Is there help with child care or rides?
learn-ask-medicines = Medicines
learn-ask-medicines-1 = Can I keep taking what my doctor gives me?
learn-ask-medicines-2 = Do you offer or welcome medicines such as buprenorphine, methadone or naltrexone?
learn-ask-medicines-3 = Can I get naloxone from you?
learn-ask-slip = After a slip
learn-ask-slip-1 = What happens if I use? Can I stay?
learn-ask-slip-2 = What do you do after a positive drug test?
learn-ask-slip-3 = Whom can I call at night or on a weekend?
learn-ask-privacy = Privacy
learn-ask-privacy-1 = How do you follow 42 CFR Part 2, the federal rule that guards records of treatment?
learn-ask-privacy-2 = Who sees my record? What do I sign, and can I take it back?
learn-ask-privacy-3 = What do you tell a court, a probation officer or my employer?
learn-ask-privacy-4 = What is the rule about things said in group?
learn-ask-down = Step-down
learn-ask-down-1 = How do we decide when I step down, or need more?
learn-ask-down-2 = What comes after, and do you book the first visit with me?
learn-ask-down-3 = Is there an alumni group?
learn-ask-own = That rule guards the records of programs. What you write in Handrail is your own record, and the rule does not cover it.

# Sources.
learn-sources-lead = All the words on these pages are our own. What they say follows these guides. The usual costs and weeks are rough guides; your program knows its own.
learn-sources-links = Handrail uses no network and opens none of these by itself. A link opens in your browser, and may stay in its history.
learn-source-asam = The levels, and the hours a week for adults and people under 18. The 4th edition, of 2023, is different.
learn-source-tip47 = What an IOP is, what happens there, and what comes after. For counselors, free to read.
learn-source-advisory = A short, newer version of the guide above.
learn-source-nida = How long treatment should last, and what makes it work.
learn-source-part2 = The federal rule on the privacy of treatment records.
learn-source-samhsa = The helpline, in English and Spanish.
learn-source-988 = The crisis lifeline.
learn-source-open = Open in the browser
