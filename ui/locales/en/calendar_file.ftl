# Calendar files: a clinic's in, what is ahead out.

treatment-view-file = Calendar file
treatment-view-file-text = Bring in the schedule your program gave you, or save yours for another calendar

calfile-no-care = No program yet
calfile-no-care-text = Start your program first. Then its sessions can come from a file.
calfile-to-treatment = To treatment

calfile-in = Bring in a calendar
calfile-in-text = Choose the .ics file your program gave you. You see what it holds before anything changes. Bring in a newer one any time: nothing is added twice, and what you answered or changed stays.
calfile-program = Program
calfile-program-name = { $level }, from { $day }
calfile-choose = Choose a file
calfile-malformed = This is not a calendar file, or it is damaged. Nothing was changed.
calfile-too-large = This file is too large for a calendar. Nothing was changed.
calfile-found = In { $name }
calfile-span = From { $from } to { $to }.
calfile-nothing = There is nothing to bring in for these days.
calfile-all-here = All of this is here already. There is nothing to bring in.
calfile-more = { $count ->
    [one] Show 1 more
   *[other] Show { $count } more
}
calfile-add = { $count ->
    [one] Add 1 session
   *[other] Add { $count } sessions
}
calfile-update = Update my sessions
calfile-done = Added: { $added }. Changed: { $changed }. Taken away: { $removed }.

calfile-untitled = No title
calfile-event-kind = What “{ $title }” is
calfile-event-span = { $from } to { $to }.
calfile-event-goes-on = It goes on after that.
calfile-event-cancelled = Your program cancelled it.
calfile-event-new = { $count } new
calfile-event-changed = { $count ->
    [one] 1 changes
   *[other] { $count } change
}
calfile-event-gone = { $count ->
    [one] 1 is taken away
   *[other] { $count } are taken away
}
calfile-event-kept = { $count ->
    [one] 1 stays as you have it
   *[other] { $count } stay as you have them
}
calfile-event-same = { $count ->
    [one] 1 stays the same
   *[other] { $count } stay the same
}
calfile-event-overlaps = { $count ->
    [one] 1 is at the same time as another session.
   *[other] { $count } are at the same time as another session.
}

calfile-unread = { $count ->
    [one] 1 entry is not used
   *[other] { $count } entries are not used
}
calfile-unread-line = Line { $line }:
calfile-unread-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}
calfile-unread-broken = It is not complete.
calfile-unread-no_start = It does not say when it begins.
calfile-unread-no_uid = It has no name of its own, so a newer file could not be matched with it.
calfile-unread-bad_date = One of its dates cannot be read.
calfile-unread-bad_rule = How it repeats cannot be read.
calfile-unread-too_often = It repeats more often than sessions do.
calfile-unread-unknown_zone = Its time zone is not known.
calfile-unread-too_long = It lasts longer than a day.
calfile-unread-all_day = It is for whole days and has no time.
calfile-unread-outside_span = None of it is in these days.
calfile-unread-superseded = The file has a newer version of it.
calfile-unread-too_many = The file holds too much. The rest is not read.

calfile-out = Save for another calendar
calfile-out-text = Save the sessions ahead of you as an .ics file. The calendar on your phone or computer can open it.
calfile-out-weeks = How far ahead
calfile-out-weeks-count = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
calfile-out-titles = What sessions are called
calfile-out-neutral = “Appointment”
calfile-out-neutral-text = Says nothing of treatment, because others may see your calendar
calfile-out-kind = What they are, and where
calfile-out-kind-text = Such as “Group therapy”, with your program's name and address
calfile-out-remind = Reminder
calfile-out-remind-none = None
calfile-out-remind-before = { $time } before
calfile-out-warning = The file is not locked. Your notes are never in it.
calfile-out-save = Save the file
calfile-out-none = No sessions are planned in that time, so there is nothing to save.
calfile-out-not-saved = Nothing was saved.
calfile-out-saved = { $count ->
    [one] 1 session is saved:
   *[other] { $count } sessions are saved:
}
