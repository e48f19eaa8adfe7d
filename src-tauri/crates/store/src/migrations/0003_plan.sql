-- Hard moments that were ridden out, where the client keeps them.
CREATE TABLE ride (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    at INTEGER NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0),
    craving INTEGER NOT NULL CHECK (craving BETWEEN 0 AND 255),
    deleted_at INTEGER
) STRICT;
