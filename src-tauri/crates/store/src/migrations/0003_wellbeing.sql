-- Questionnaires, mooring lines, the aftercare plan, slips, hard moments; check-ins over years.

-- All but the note, so that ten years are counted without the table.
CREATE INDEX check_in_trend ON check_in (
    on_date, mood, craving, hungry, angry, lonely, tired, sleep_minutes, used, deleted_at
) WHERE deleted_at IS NULL;

-- `answers` has one digit for each question, in the order of the form.
CREATE TABLE assessment (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    instrument TEXT NOT NULL CHECK (instrument = 'phq9' OR instrument = 'gad7' OR instrument = 'bam'),
    on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    answers TEXT NOT NULL CHECK (answers NOT GLOB '*[^0-9]*'),
    deleted_at INTEGER
) STRICT;

-- One of each a day.
CREATE UNIQUE INDEX assessment_by_day ON assessment (instrument, on_date) WHERE deleted_at IS NULL;

-- `ends_on` is the day on which it was taken off the list; it may be the day on which it was put on it.
CREATE TABLE mooring_line (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    text TEXT NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 0),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    deleted_at INTEGER
) STRICT;

-- `ticks` is JSON: the lines that the week had, and which held.
CREATE TABLE mooring_week (
    starts_on TEXT NOT NULL PRIMARY KEY CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ticks TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

-- `month_day` is the day of the month that one keeps to which repeats by months or years.
CREATE TABLE aftercare (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    area TEXT NOT NULL,
    text TEXT NOT NULL,
    next_step TEXT NOT NULL,
    due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    repeat_every INTEGER CHECK (repeat_every >= 1),
    repeat_unit TEXT CHECK ((repeat_unit IS NULL) = (repeat_every IS NULL)),
    month_day INTEGER CHECK (month_day BETWEEN 1 AND 31),
    done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    before_leaving INTEGER NOT NULL CHECK (before_leaving IN (0, 1)),
    note TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

-- The days on which one that repeats was done. The entry may since have been deleted: no foreign key.
CREATE TABLE aftercare_done (
    aftercare_id BLOB NOT NULL CHECK (length(aftercare_id) = 16),
    on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    deleted_at INTEGER,
    PRIMARY KEY (aftercare_id, on_date)
) STRICT;

-- Holds what is counted.
CREATE INDEX aftercare_done_by_entry ON aftercare_done (aftercare_id, on_date, deleted_at) WHERE deleted_at IS NULL;

CREATE TABLE slip (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    time INTEGER CHECK (time BETWEEN 0 AND 1439),
    what TEXT NOT NULL,
    led_to_it TEXT NOT NULL,
    note TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE INDEX slip_by_day ON slip (on_date, id) WHERE deleted_at IS NULL;

-- Hard moments that were ridden out, where the client keeps them.
CREATE TABLE ride (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    at INTEGER NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    craving INTEGER NOT NULL CHECK (craving BETWEEN 0 AND 255),
    deleted_at INTEGER
) STRICT;
