-- Reminders of every kind, by rules.

-- How one source reminds, where the client chose something. `leads` is JSON.
CREATE TABLE reminder_rule (
    source TEXT NOT NULL PRIMARY KEY,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    leads TEXT NOT NULL,
    words TEXT NOT NULL,
    sound INTEGER NOT NULL CHECK (sound IN (0, 1)),
    asks INTEGER NOT NULL CHECK (asks IN (0, 1))
) STRICT;

-- What was chosen for sessions so far.
INSERT INTO reminder_rule (source, is_on, leads, words, sound, asks)
SELECT 'session', remind_sessions, '[{"kind":"before","minutes":' || session_lead_minutes || '}]', '', 1, 1
FROM preference;

ALTER TABLE preference DROP COLUMN remind_sessions;
ALTER TABLE preference DROP COLUMN session_lead_minutes;
-- JSON: the quiet hours that begin on each weekday, from Monday.
ALTER TABLE preference ADD COLUMN quiet TEXT NOT NULL DEFAULT '[null,null,null,null,null,null,null]';
-- Whether reminders come while the record is locked: a choice for this device.
ALTER TABLE preference ADD COLUMN remind_while_locked INTEGER NOT NULL DEFAULT 1 CHECK (remind_while_locked IN (0, 1));

CREATE TABLE own_reminder (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    text TEXT NOT NULL,
    shows_text INTEGER NOT NULL CHECK (shows_text IN (0, 1)),
    on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    time INTEGER NOT NULL CHECK (time BETWEEN 0 AND 1439),
    repeat_every INTEGER CHECK (repeat_every >= 1),
    repeat_unit TEXT CHECK ((repeat_unit IS NULL) = (repeat_every IS NULL)),
    ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    deleted_at INTEGER
) STRICT;

-- Whether it came due while the device was off and was of no use any more, and the client has not seen that yet.
ALTER TABLE fired ADD COLUMN missed INTEGER NOT NULL DEFAULT 0 CHECK (missed IN (0, 1));

-- Reminders that were put off. Not undoable, not exported.
CREATE TABLE snoozed (
    id TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;

-- What the keeper of reminders needs on this device. Not undoable, not exported. `secret` makes the ids outside the
-- database opaque; `since` is when reminders began, `copied_at` when a copy of the record was last saved.
CREATE TABLE keeper (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    secret BLOB NOT NULL CHECK (length(secret) = 32),
    since INTEGER NOT NULL,
    copied_at INTEGER
) STRICT;
