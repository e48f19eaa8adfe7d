-- The first schema.
--
-- Ids are 16 bytes (UUIDv7), dates TEXT 'YYYY-MM-DD', times of day minutes after midnight,
-- instants milliseconds since 1970 UTC, yes and no 1 and 0, enums the words of the wire.
-- `deleted_at` set makes a row a tombstone: it is kept, but read no more.
--
-- Words are checked by OR and not by IN: for each IN of a CHECK, SQLite builds a table of its own
-- at every write, which makes an import three times slower.

-- `counted` is a list of kinds of session with one space between.
CREATE TABLE episode (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    level TEXT NOT NULL CHECK (
        level = 'partial_hospitalization' OR level = 'intensive_outpatient' OR level = 'outpatient'
        OR level = 'aftercare'
    ),
    age_group TEXT NOT NULL CHECK (age_group IN ('adult', 'adolescent')),
    edition TEXT NOT NULL,
    provider_name TEXT NOT NULL,
    provider_phone TEXT NOT NULL,
    provider_address TEXT NOT NULL,
    provider_room TEXT NOT NULL,
    provider_link TEXT NOT NULL,
    zone TEXT NOT NULL,
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    counted TEXT NOT NULL CHECK (counted NOT GLOB '*[^a-z_ ]*'),
    deleted_at INTEGER
) STRICT;

CREATE TABLE phase (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    episode_id BLOB NOT NULL REFERENCES episode (id),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    target_minutes INTEGER NOT NULL CHECK (target_minutes >= 0),
    deleted_at INTEGER
) STRICT;

CREATE TABLE pattern (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    episode_id BLOB NOT NULL REFERENCES episode (id),
    kind TEXT NOT NULL CHECK (
        kind = 'individual' OR kind = 'group' OR kind = 'family' OR kind = 'education' OR kind = 'drug_test'
        OR kind = 'case_management' OR kind = 'medication_visit' OR kind = 'psychiatric_visit' OR kind = 'other'
    ),
    weekday TEXT NOT NULL CHECK (
        weekday = 'monday' OR weekday = 'tuesday' OR weekday = 'wednesday' OR weekday = 'thursday'
        OR weekday = 'friday' OR weekday = 'saturday' OR weekday = 'sunday'
    ),
    time INTEGER NOT NULL CHECK (time BETWEEN 0 AND 1439),
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    every_weeks INTEGER NOT NULL CHECK (every_weeks >= 1),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    deleted_at INTEGER
) STRICT;

CREATE TABLE closure (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    episode_id BLOB NOT NULL REFERENCES episode (id),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends_on TEXT NOT NULL CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    reason TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

-- `number` is a rowid that never changes, for `session_text`.
-- `pattern_id` names a pattern that may since have been deleted, and so is no foreign key: a
-- record that is moved to another device leaves tombstones behind.
CREATE TABLE session (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    episode_id BLOB NOT NULL REFERENCES episode (id),
    pattern_id BLOB CHECK (length(pattern_id) = 16),
    origin_on TEXT CHECK (origin_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    kind TEXT NOT NULL CHECK (
        kind = 'individual' OR kind = 'group' OR kind = 'family' OR kind = 'education' OR kind = 'drug_test'
        OR kind = 'case_management' OR kind = 'medication_visit' OR kind = 'psychiatric_visit' OR kind = 'other'
    ),
    on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    time INTEGER NOT NULL CHECK (time BETWEEN 0 AND 1439),
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    state TEXT NOT NULL CHECK (
        state = 'planned' OR state = 'attended' OR state = 'attended_in_part' OR state = 'excused'
        OR state = 'missed' OR state = 'cancelled'
    ),
    attended_minutes INTEGER CHECK (attended_minutes >= 0),
    makes_up BLOB CHECK (length(makes_up) = 16),
    note TEXT NOT NULL,
    led_by TEXT NOT NULL,
    topic TEXT NOT NULL,
    homework TEXT NOT NULL,
    homework_due TEXT CHECK (homework_due GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    homework_done INTEGER NOT NULL CHECK (homework_done IN (0, 1)),
    late_minutes INTEGER CHECK (late_minutes >= 0),
    left_early_minutes INTEGER CHECK (left_early_minutes >= 0),
    test_result TEXT CHECK (
        test_result = 'negative' OR test_result = 'expected' OR test_result = 'positive' OR test_result = 'dilute'
        OR test_result = 'invalid' OR test_result = 'not_told'
    ),
    medicines TEXT NOT NULL,
    import_uid TEXT,
    import_recurrence TEXT,
    import_mark TEXT,
    deleted_at INTEGER,
    CHECK ((pattern_id IS NULL) = (origin_on IS NULL)),
    CHECK ((import_uid IS NULL) = (import_recurrence IS NULL) AND (import_uid IS NULL) = (import_mark IS NULL))
) STRICT;

-- Holds all but the details, so that the hours of ten years are read without the table.
-- (`deleted_at` too: SQLite takes an index to hold a query only with every column it names.)
CREATE INDEX session_by_day ON session (
    on_date, time, id, episode_id, pattern_id, origin_on, kind, minutes, state, attended_minutes, makes_up, deleted_at
) WHERE deleted_at IS NULL;

-- One occurrence of a pattern is kept at most once.
CREATE UNIQUE INDEX session_by_origin ON session (pattern_id, origin_on)
    WHERE pattern_id IS NOT NULL AND deleted_at IS NULL;

-- The few that were moved to another day.
CREATE INDEX session_moved ON session (origin_on, on_date)
    WHERE origin_on IS NOT NULL AND origin_on <> on_date AND deleted_at IS NULL;

CREATE INDEX session_by_episode ON session (episode_id);

-- One entry of a calendar file is kept at most once.
CREATE UNIQUE INDEX session_by_import ON session (import_uid, import_recurrence)
    WHERE import_uid IS NOT NULL AND deleted_at IS NULL;

-- What is still to be done.
CREATE INDEX session_homework ON session (homework_due, id)
    WHERE homework <> '' AND homework_done = 0 AND deleted_at IS NULL;

-- What the client wrote into sessions, to search in. The text itself stays in `session`.
CREATE VIRTUAL TABLE session_text USING fts5 (
    topic, note, homework, led_by,
    content = 'session', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2"
);

INSERT INTO session_text (session_text, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER session_text_insert AFTER INSERT ON session
WHEN new.deleted_at IS NULL AND new.topic || new.note || new.homework || new.led_by <> ''
BEGIN
    INSERT INTO session_text (rowid, topic, note, homework, led_by)
    VALUES (new.number, new.topic, new.note, new.homework, new.led_by);
END;

CREATE TRIGGER session_text_delete AFTER DELETE ON session
WHEN old.deleted_at IS NULL AND old.topic || old.note || old.homework || old.led_by <> ''
BEGIN
    INSERT INTO session_text (session_text, rowid, topic, note, homework, led_by)
    VALUES ('delete', old.number, old.topic, old.note, old.homework, old.led_by);
END;

CREATE TRIGGER session_text_update AFTER UPDATE ON session
WHEN old.topic IS NOT new.topic OR old.note IS NOT new.note OR old.homework IS NOT new.homework
    OR old.led_by IS NOT new.led_by OR (old.deleted_at IS NULL) <> (new.deleted_at IS NULL)
BEGIN
    INSERT INTO session_text (session_text, rowid, topic, note, homework, led_by)
    SELECT 'delete', old.number, old.topic, old.note, old.homework, old.led_by
    WHERE old.deleted_at IS NULL AND old.topic || old.note || old.homework || old.led_by <> '';
    INSERT INTO session_text (rowid, topic, note, homework, led_by)
    SELECT new.number, new.topic, new.note, new.homework, new.led_by
    WHERE new.deleted_at IS NULL AND new.topic || new.note || new.homework || new.led_by <> '';
END;

-- A line to call to hear whether a drug test is due. `weekdays` is a list of words, as above.
CREATE TABLE call_line (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    episode_id BLOB NOT NULL REFERENCES episode (id),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    opens INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),
    closes INTEGER NOT NULL CHECK (closes BETWEEN 0 AND 1439),
    weekdays TEXT NOT NULL CHECK (weekdays NOT GLOB '*[^a-z_ ]*'),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    deleted_at INTEGER
) STRICT;

CREATE TABLE call (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    line_id BLOB NOT NULL REFERENCES call_line (id),
    on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    called_at INTEGER NOT NULL,
    up INTEGER NOT NULL CHECK (up IN (0, 1)),
    session_id BLOB CHECK (length(session_id) = 16),
    deleted_at INTEGER
) STRICT;

-- One call a day.
CREATE UNIQUE INDEX call_by_day ON call (line_id, on_date) WHERE deleted_at IS NULL;

CREATE INDEX call_by_line ON call (line_id);

CREATE INDEX call_log ON call (on_date, id) WHERE deleted_at IS NULL;

CREATE TABLE payer (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (
        kind = 'self_pay' OR kind = 'private' OR kind = 'medicaid' OR kind = 'medicare' OR kind = 'sliding_scale'
    ),
    name TEXT NOT NULL,
    member TEXT NOT NULL,
    phone TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE TABLE authorization (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    payer_id BLOB NOT NULL REFERENCES payer (id),
    episode_id BLOB NOT NULL REFERENCES episode (id),
    unit TEXT NOT NULL CHECK (unit IN ('days', 'sessions')),
    amount INTEGER NOT NULL CHECK (amount >= 1),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    ends_on TEXT NOT NULL CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    reference TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

-- What the client pays. Amounts are whole cents (or what else the currency's smallest unit is).
CREATE TABLE fee (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    episode_id BLOB NOT NULL REFERENCES episode (id),
    kind TEXT CHECK (
        kind = 'individual' OR kind = 'group' OR kind = 'family' OR kind = 'education' OR kind = 'drug_test'
        OR kind = 'case_management' OR kind = 'medication_visit' OR kind = 'psychiatric_visit' OR kind = 'other'
    ),
    basis TEXT NOT NULL CHECK (basis IN ('session', 'day', 'week', 'flat')),
    cents INTEGER NOT NULL CHECK (cents >= 0),
    currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    deleted_at INTEGER
) STRICT;

-- `session_id` names a session that may since have been deleted: no foreign key.
CREATE TABLE account_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    kind TEXT NOT NULL CHECK (kind = 'charge' OR kind = 'copay' OR kind = 'payment' OR kind = 'credit'),
    cents INTEGER NOT NULL CHECK (cents >= 0),
    currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    session_id BLOB CHECK (length(session_id) = 16),
    payer_id BLOB CHECK (length(payer_id) = 16),
    note TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE INDEX account_entry_by_day ON account_entry (on_date, id, deleted_at) WHERE deleted_at IS NULL;

CREATE TABLE meeting (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    fellowship TEXT NOT NULL CHECK (
        fellowship = 'aa' OR fellowship = 'na' OR fellowship = 'ca' OR fellowship = 'cma' OR fellowship = 'ha'
        OR fellowship = 'smart_recovery' OR fellowship = 'life_ring' OR fellowship = 'women_for_sobriety'
        OR fellowship = 'recovery_dharma' OR fellowship = 'refuge_recovery' OR fellowship = 'sos'
        OR fellowship = 'celebrate_recovery' OR fellowship = 'dual_recovery_anonymous'
        OR fellowship = 'moderation_management' OR fellowship = 'al_anon' OR fellowship = 'nar_anon'
        OR fellowship = 'alumni_group' OR fellowship = 'other'
    ),
    name TEXT NOT NULL,
    weekday TEXT NOT NULL CHECK (
        weekday = 'monday' OR weekday = 'tuesday' OR weekday = 'wednesday' OR weekday = 'thursday'
        OR weekday = 'friday' OR weekday = 'saturday' OR weekday = 'sunday'
    ),
    time INTEGER NOT NULL CHECK (time BETWEEN 0 AND 1439),
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    mode TEXT NOT NULL CHECK (
        mode = 'in_person' OR mode = 'online' OR mode = 'phone'
    ),
    place TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

-- `meeting_id` names a meeting that may since have been deleted: no foreign key, as above.
-- `took` is a list of words with one space between: listened shared chaired service sponsor_time.
CREATE TABLE attendance (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    meeting_id BLOB CHECK (length(meeting_id) = 16),
    fellowship TEXT NOT NULL CHECK (
        fellowship = 'aa' OR fellowship = 'na' OR fellowship = 'ca' OR fellowship = 'cma' OR fellowship = 'ha'
        OR fellowship = 'smart_recovery' OR fellowship = 'life_ring' OR fellowship = 'women_for_sobriety'
        OR fellowship = 'recovery_dharma' OR fellowship = 'refuge_recovery' OR fellowship = 'sos'
        OR fellowship = 'celebrate_recovery' OR fellowship = 'dual_recovery_anonymous'
        OR fellowship = 'moderation_management' OR fellowship = 'al_anon' OR fellowship = 'nar_anon'
        OR fellowship = 'alumni_group' OR fellowship = 'other'
    ),
    name TEXT NOT NULL,
    on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    time INTEGER NOT NULL CHECK (time BETWEEN 0 AND 1439),
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    mode TEXT NOT NULL CHECK (
        mode = 'in_person' OR mode = 'online' OR mode = 'phone'
    ),
    took TEXT NOT NULL CHECK (took NOT GLOB '*[^a-z_ ]*'),
    topic TEXT NOT NULL,
    note TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

CREATE INDEX attendance_by_day ON attendance (on_date, time, id, deleted_at) WHERE deleted_at IS NULL;

CREATE TABLE requirement (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    per_week INTEGER NOT NULL CHECK (per_week >= 0),
    starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    carries_over INTEGER NOT NULL CHECK (carries_over IN (0, 1)),
    deleted_at INTEGER
) STRICT;

-- A version is never changed and never deleted. `content` is JSON; `content_version` says in
-- which form.
CREATE TABLE plan_version (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    saved_at INTEGER NOT NULL,
    content_version INTEGER NOT NULL CHECK (content_version >= 1),
    content TEXT NOT NULL
) STRICT;

CREATE INDEX plan_version_by_time ON plan_version (saved_at, id);

CREATE TABLE check_in (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    mood INTEGER NOT NULL CHECK (mood BETWEEN 0 AND 255),
    craving INTEGER NOT NULL CHECK (craving BETWEEN 0 AND 255),
    hungry INTEGER NOT NULL CHECK (hungry IN (0, 1)),
    angry INTEGER NOT NULL CHECK (angry IN (0, 1)),
    lonely INTEGER NOT NULL CHECK (lonely IN (0, 1)),
    tired INTEGER NOT NULL CHECK (tired IN (0, 1)),
    sleep_minutes INTEGER CHECK (sleep_minutes >= 0),
    used INTEGER CHECK (used IN (0, 1)),
    note TEXT NOT NULL,
    deleted_at INTEGER
) STRICT;

-- One check-in a day.
CREATE UNIQUE INDEX check_in_by_day ON check_in (on_date) WHERE deleted_at IS NULL;

-- One row, once anything was chosen.
CREATE TABLE preference (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    language TEXT NOT NULL CHECK (language IN ('en', 'es')),
    week_starts_on TEXT NOT NULL CHECK (
        week_starts_on = 'monday' OR week_starts_on = 'tuesday' OR week_starts_on = 'wednesday'
        OR week_starts_on = 'thursday' OR week_starts_on = 'friday' OR week_starts_on = 'saturday'
        OR week_starts_on = 'sunday'
    ),
    lock_after_minutes INTEGER CHECK (lock_after_minutes >= 0),
    remind_sessions INTEGER NOT NULL CHECK (remind_sessions IN (0, 1)),
    session_lead_minutes INTEGER NOT NULL CHECK (session_lead_minutes >= 0),
    recovery_key_kept INTEGER NOT NULL CHECK (recovery_key_kept IN (0, 1))
) STRICT;

-- What was typed and not saved yet. Not undoable, not exported.
CREATE TABLE draft (
    key TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    saved_at INTEGER NOT NULL
) STRICT;

-- Reminders that were shown, so that none is shown twice. Not undoable, not exported.
CREATE TABLE fired (
    id TEXT NOT NULL PRIMARY KEY,
    fired_at INTEGER NOT NULL
) STRICT;

CREATE INDEX fired_by_time ON fired (fired_at, id);
