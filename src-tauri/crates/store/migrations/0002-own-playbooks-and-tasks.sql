-- Schema 2. Frozen. The shop keeps playbooks of its own and plans work.
-- New event kinds: playbook-kept, playbook-dropped, task-planned, task-done, task-dropped. New fields, all with a
-- default, in the particulars of merchant-set.

-- The owner's own playbooks, the latest text of each.
CREATE TABLE own_playbook (
    id   TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Work planned. A dropped task has no row.
CREATE TABLE task (
    id     TEXT PRIMARY KEY,
    due    TEXT NOT NULL,                -- YYYY-MM-DD
    open   INTEGER NOT NULL CHECK (open IN (0, 1)), -- still to be done: always while it repeats
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX task_by_due ON task (open, due, id);
