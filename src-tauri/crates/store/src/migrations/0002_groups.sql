-- Lists of meetings, what is asked and by whom, goals, recovery dates, chips, steps, service, signatures.

ALTER TABLE meeting ADD COLUMN zone TEXT;
ALTER TABLE meeting ADD COLUMN link TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN phone TEXT NOT NULL DEFAULT '';
-- Kinds are a set of bits: `domain::listing::MeetingKind`.
ALTER TABLE meeting ADD COLUMN kinds INTEGER NOT NULL DEFAULT 0 CHECK (kinds >= 0);
ALTER TABLE meeting ADD COLUMN home INTEGER NOT NULL DEFAULT 0 CHECK (home IN (0, 1));
ALTER TABLE meeting ADD COLUMN remind_minutes INTEGER CHECK (remind_minutes >= 0);
ALTER TABLE meeting ADD COLUMN closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1));
-- The entry of a list that it was taken from; the list may be gone since: no foreign key.
ALTER TABLE meeting ADD COLUMN list_id BLOB CHECK (length(list_id) = 16);
ALTER TABLE meeting ADD COLUMN list_key TEXT CHECK ((list_id IS NULL) = (list_key IS NULL));

ALTER TABLE attendance ADD COLUMN place TEXT NOT NULL DEFAULT '';

-- Holds what is counted, so that ten years are counted without the table.
DROP INDEX attendance_by_day;
CREATE INDEX attendance_by_day ON attendance (on_date, time, id, fellowship, deleted_at) WHERE deleted_at IS NULL;

-- `strokes` is JSON: lists of points, x 0 to 900, y 0 to 300.
CREATE TABLE signature (
    attendance_id BLOB NOT NULL PRIMARY KEY CHECK (length(attendance_id) = 16),
    signer TEXT NOT NULL,
    strokes TEXT NOT NULL,
    signed_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

-- What is asked. `fellowship` says of which, where only meetings of one count.
CREATE TABLE requirement_new (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    asked_by TEXT NOT NULL CHECK (
        asked_by = 'me' OR asked_by = 'program' OR asked_by = 'court' OR asked_by = 'employer'
    ),
    counts TEXT NOT NULL CHECK (
        counts = 'support_groups' OR counts = 'fellowship' OR counts = 'individual_sessions'
        OR counts = 'treatment_minutes'
    ),
    fellowship TEXT CHECK ((fellowship IS NULL) = (counts <> 'fellowship')),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    period TEXT NOT NULL CHECK (period IN ('week', 'month')),
    due_day INTEGER CHECK (due_day BETWEEN 1 AND 31),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    carries_over INTEGER NOT NULL CHECK (carries_over IN (0, 1)),
    make_ups_after TEXT CHECK (make_ups_after GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    owed_then INTEGER CHECK (owed_then >= 0),
    settle_by TEXT CHECK (settle_by GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    deleted_at INTEGER
) STRICT;

INSERT INTO requirement_new (
    id, asked_by, counts, fellowship, amount, period, due_day, starts_on, ends_on, carries_over, make_ups_after,
    owed_then, settle_by, deleted_at
)
SELECT
    id, 'program', 'support_groups', NULL, per_week, 'week', NULL, starts_on, NULL, carries_over, NULL, NULL, NULL,
    deleted_at
FROM requirement;

DROP TABLE requirement;
ALTER TABLE requirement_new RENAME TO requirement;

-- `requirement_id` names one that may since have been deleted: no foreign key.
CREATE TABLE pause (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    requirement_id BLOB CHECK (length(requirement_id) = 16),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends_on TEXT NOT NULL CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    reason TEXT NOT NULL CHECK (
        reason = 'illness' OR reason = 'travel' OR reason = 'family' OR reason = 'other'
    ),
    note TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE TABLE goal (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    meetings INTEGER NOT NULL CHECK (meetings >= 1),
    days INTEGER NOT NULL CHECK (days >= 1),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    fellowship TEXT,
    deleted_at INTEGER
) STRICT;

CREATE TABLE sponsor (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    fellowship TEXT NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    starts_on TEXT CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    note TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE TABLE step_work (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    fellowship TEXT NOT NULL,
    step INTEGER NOT NULL CHECK (step >= 1),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    note TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE TABLE commitment (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    fellowship TEXT NOT NULL,
    text TEXT NOT NULL,
    for_group TEXT NOT NULL,
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    deleted_at INTEGER
) STRICT;

-- `spans` is JSON: the first and the last day of each, the earliest first.
CREATE TABLE counter (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    spans TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

-- Colours that the client chose. `mark` is start, days N, months N or years N.
CREATE TABLE chip (
    fellowship TEXT NOT NULL,
    mark TEXT NOT NULL,
    color TEXT NOT NULL,
    deleted_at INTEGER,
    PRIMARY KEY (fellowship, mark)
) STRICT;

-- Lists of meetings are reference that comes from files, no part of the record: they are not exported. What was taken
-- in can be taken away and brought back as a whole; the entries themselves are not undoable.
CREATE TABLE meeting_list (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    fellowship TEXT NOT NULL,
    format TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    deleted_at INTEGER
) STRICT;

-- `list_id` names a list that may since have been taken away: no foreign key, as above.
-- `weekday` counts from Monday, 0 to 6; it and `time` are NULL by appointment.
CREATE TABLE listing (
    number INTEGER PRIMARY KEY,
    list_id BLOB NOT NULL CHECK (length(list_id) = 16),
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    weekday INTEGER CHECK (weekday BETWEEN 0 AND 6),
    time INTEGER CHECK (time BETWEEN 0 AND 1439),
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    zone TEXT,
    venue TEXT NOT NULL,
    place TEXT NOT NULL,
    address TEXT NOT NULL,
    region TEXT NOT NULL,
    link TEXT NOT NULL,
    phone TEXT NOT NULL,
    kinds INTEGER NOT NULL,
    other_kinds TEXT NOT NULL,
    notes TEXT NOT NULL,
    closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
    UNIQUE (list_id, key)
) STRICT;

-- What is filtered by, so that twenty thousand are looked through without the table.
CREATE INDEX listing_held ON listing (list_id, weekday, time, minutes, zone, venue, kinds, closed);

CREATE VIRTUAL TABLE listing_text USING fts5 (
    name, place, address, region, notes, other_kinds,
    content = 'listing', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TRIGGER listing_text_insert AFTER INSERT ON listing
BEGIN
    INSERT INTO listing_text (rowid, name, place, address, region, notes, other_kinds)
    VALUES (new.number, new.name, new.place, new.address, new.region, new.notes, new.other_kinds);
END;

CREATE TRIGGER listing_text_delete AFTER DELETE ON listing
BEGIN
    INSERT INTO listing_text (listing_text, rowid, name, place, address, region, notes, other_kinds)
    VALUES ('delete', old.number, old.name, old.place, old.address, old.region, old.notes, old.other_kinds);
END;
