# Meetings of lists: found, and lists taken in.

find-title = Find a meeting
find-empty = No list yet
find-empty-text = Many fellowships and programs offer their meetings as a file: Meeting Guide (JSON or CSV) or BMLT. Take one in and look through it here, without the network.
find-by-hand = Add a meeting by hand
find-lists = Lists
find-when = When
find-when-any = Any day
find-when-now = Now
find-when-today = Today
find-text = Search
find-filters = Filters
find-time = Time of day
find-time-any = Any time
find-time-morning = Morning
find-time-afternoon = Afternoon
find-time-evening = Evening
find-fellowship = Kind of group
find-fellowship-any = Any
find-reach = How
find-reach-any = Either way
find-reach-in_person = In person
find-reach-online = Online
find-place = Place or area
find-kinds = Kind of meeting
find-clear = Clear all
find-count =
    { $count ->
        [0] No meeting fits
        [one] 1 meeting
       *[other] { $count } meetings
    }
find-loosen = Try another day, or fewer filters.
find-more = Show more
find-running = Going on now
find-in-minutes = in { $minutes } min
find-in-hours = in { $hours } h
find-there = { $day } { $time } there
find-by-appointment = By appointment
find-closed = Not held for now
find-usual = One of my usual meetings
find-add = Add to my usual meetings
find-added = Added to your usual meetings.
find-directions = Directions
find-join = Join
find-from-list = From the list: { $name }
find-notes = The list says

lists-title = Lists of meetings
lists-text = A list stays on this device. It says nothing about you.
lists-meetings =
    { $count ->
        [one] 1 meeting
       *[other] { $count } meetings
    }
lists-taken = Taken in { $day }
lists-remove = Remove: { $name }
lists-removed = The list is removed. Your usual meetings stay.
lists-take = Take in a list
lists-take-text = Choose a file: Meeting Guide (JSON or CSV) or BMLT (JSON).
lists-choose = Choose a file
lists-found = In { $name }
lists-format-meeting_guide = Meeting Guide
lists-format-meeting_guide_table = Meeting Guide, a table
lists-format-bmlt = BMLT
lists-format-bmlt_admin = BMLT, rows of its admin
lists-name = Name of the list
lists-edition = This is
lists-edition-new = A new list
lists-edition-of = A newer edition of { $name }
lists-edition-note = It takes the place of the list that is here. That cannot be undone here: to go back, take in the older file.
lists-new = New
lists-changed = Changed
lists-same = The same
lists-gone = No longer in it
lists-gone-usual = These usual meetings are not in it any more. They stay, and are marked:
lists-sample = The first ones
lists-unread =
    { $count ->
        [one] 1 thing could not be read
       *[other] { $count } things could not be read
    }
lists-unread-row = Row { $row }
lists-unread-skipped = left out
lists-unread-first = The first { $count } are shown.
lists-fault-not_a_meeting = no meeting
lists-fault-no_name = no name
lists-fault-no_key = nothing tells it apart
lists-fault-not_a_day = no day of the week
lists-fault-not_a_time = no time of day
lists-fault-unknown_zone = unknown time zone; taken as yours
lists-fault-not_a_link = its link is not a safe one; left out
lists-fault-unknown_venue = does not say whether at a place or online
lists-fault-not_published = not published by those who make the list
lists-fault-same_key = it is there twice
lists-fault-too_long = too long; cut
lists-fault-too_many = more than can be kept
lists-import =
    { $count ->
        [one] Take in 1 meeting
       *[other] Take in { $count } meetings
    }
lists-working = Taking in
lists-stop = Stop
lists-stopped = Stopped. Nothing was changed.
lists-done = Taken in: { $name }.
lists-too-large = This file is too large. A list of 64 MB at most can be taken in.
lists-unknown = This is no list of meetings that Handrail can read.
lists-nothing = There is no meeting in this list.
lists-broken = This file is broken. Get it once more and try again.
