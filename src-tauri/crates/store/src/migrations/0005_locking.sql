-- When the record locks by itself, besides after idle minutes: choices for this device.

ALTER TABLE preference ADD COLUMN lock_when_hidden INTEGER NOT NULL DEFAULT 0 CHECK (lock_when_hidden IN (0, 1));
ALTER TABLE preference ADD COLUMN lock_with_screen INTEGER NOT NULL DEFAULT 1 CHECK (lock_with_screen IN (0, 1));
