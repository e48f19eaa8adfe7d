# The attendance record: what it shows, and where it goes.

record-title = Attendance record
record-self = Self-reported. Handrail does not claim that a group confirmed it.
record-signing = A group may decline to sign. Signing does not mean that it belongs to a program.
record-of = What it is of
record-of-groups = Support groups
record-of-treatment = Treatment
record-span = Dates
record-span-month = This month
record-span-last = Last month
record-span-90 = Last 90 days
record-span-start = Since treatment began
record-span-own = Other dates
record-from = First day
record-to = Last day
record-too-long = A record holds eleven years at most.
record-name = Name or initials
record-name-hint = Initials are enough. You can leave it empty.
record-case = Case number
record-groups = Which groups
record-groups-hint = Choose some, or none for all.
record-requirement = What is asked
record-requirement-none = Nothing
record-notes = Show my private notes
record-notes-hint = Whoever gets the paper can read them.
record-notes-shown = Your private notes are on this paper.
record-signatures = Room to sign
record-signatures-hint = For a first name and a signature in each row.
record-language = Language of the paper
record-sheet = Paper
record-sheet-letter = Letter
record-sheet-a4 = A4
record-preview = Preview
record-larger = Larger
record-smaller = Smaller
record-pages =
    { $count ->
        [one] 1 page
       *[other] { $count } pages
    }
record-page = Page { $page } of { $pages }
record-all = Show all pages
record-empty-groups = No meetings in these days. The paper says so too.
record-empty-treatment = No sessions in these days. The paper says so too.
record-unshown =
    { $count ->
        [one] 1 letter cannot be printed. A question mark stands for it.
       *[other] { $count } letters cannot be printed. A question mark stands for each.
    }
record-pdf = Save as PDF
record-csv = Save as table (CSV)
record-print = Print
record-share = Share
record-open = The file is not encrypted. Whoever gets it can read it.
record-saved = Saved: { $place }
record-shared = Handed on.
