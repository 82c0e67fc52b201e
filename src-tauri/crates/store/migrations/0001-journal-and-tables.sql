-- Schema 1. Frozen: a database written under it must open for ever. What changes later is a new file.
-- Adding an event kind, or a field to an event, is a new migration too, even an empty one: its number is what keeps
-- an older program from reading past something it does not know.

-- "RCRS": tells our files from anybody else's.
PRAGMA application_id = 1380143699;

-- The record. Everything below `journal_kind` can be made again from it.
CREATE TABLE journal (
    seq       INTEGER PRIMARY KEY CHECK (seq > 0),
    case_id   TEXT,                       -- none for the shop itself
    at        TEXT NOT NULL,              -- RFC 9557
    actor     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    payload   TEXT NOT NULL CHECK (payload ->> '$.kind' IS kind),
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash      BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX journal_by_case ON journal (case_id, seq);

-- Kinds in use, so that opening a database sees at once whether it holds an event this program cannot read.
CREATE TABLE journal_kind (
    kind      TEXT PRIMARY KEY,
    first_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_in_order BEFORE INSERT ON journal BEGIN
    SELECT RAISE(ABORT, 'journal: an entry follows the last one and nothing else')
    WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
       OR NEW.prev_hash IS NOT coalesce((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), zeroblob(32));
END;

CREATE TRIGGER journal_knows_kind AFTER INSERT ON journal BEGIN
    INSERT INTO journal_kind (kind, first_seq) VALUES (NEW.kind, NEW.seq) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER journal_keeps_rows BEFORE UPDATE ON journal BEGIN
    SELECT RAISE(ABORT, 'journal: an entry is never changed');
END;

CREATE TRIGGER journal_keeps_all BEFORE DELETE ON journal BEGIN
    SELECT RAISE(ABORT, 'journal: an entry is never deleted');
END;

CREATE TRIGGER journal_kind_keeps_rows BEFORE UPDATE ON journal_kind BEGIN
    SELECT RAISE(ABORT, 'journal: an entry is never changed');
END;

CREATE TRIGGER journal_kind_keeps_all BEFORE DELETE ON journal_kind BEGIN
    SELECT RAISE(ABORT, 'journal: an entry is never deleted');
END;

-- Projections. `seq` of a case is the sequence number of the entry that opened it.
CREATE TABLE cases (
    seq            INTEGER PRIMARY KEY REFERENCES journal (seq),
    id             TEXT NOT NULL UNIQUE,
    number         TEXT NOT NULL UNIQUE,
    number_year    INTEGER,               -- of a number such as 2026-0007
    number_ordinal INTEGER,
    title          TEXT NOT NULL,
    playbook       TEXT NOT NULL,
    stage          TEXT NOT NULL,
    changed_at     TEXT NOT NULL,         -- RFC 9557
    changed_us     INTEGER NOT NULL,      -- the same instant, microseconds since 1970
    next_due       TEXT,                  -- YYYY-MM-DD
    amount_minor   INTEGER,
    currency       TEXT,
    counterparty   TEXT,
    CHECK ((amount_minor IS NULL) = (currency IS NULL)),
    CHECK ((number_year IS NULL) = (number_ordinal IS NULL))
) STRICT;

CREATE INDEX cases_by_change ON cases (changed_us DESC, id DESC, stage);
CREATE INDEX cases_by_stage ON cases (stage, changed_us DESC, id DESC);
CREATE INDEX cases_by_number ON cases (number_year, number_ordinal) WHERE number_year IS NOT NULL;

CREATE TABLE case_state (
    case_seq INTEGER PRIMARY KEY REFERENCES cases (seq),
    state    TEXT NOT NULL
) STRICT;

CREATE TABLE transactions (
    case_seq      INTEGER NOT NULL REFERENCES cases (seq),
    id            TEXT NOT NULL,
    amount_minor  INTEGER NOT NULL,
    currency      TEXT NOT NULL,
    at_us         INTEGER,
    card          TEXT,
    rrn           TEXT NOT NULL,
    trace         TEXT NOT NULL,
    batch         TEXT NOT NULL,
    auth          TEXT NOT NULL,
    response_code TEXT NOT NULL,
    terminal      TEXT NOT NULL,
    order_no      TEXT NOT NULL,
    PRIMARY KEY (case_seq, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE parties (
    case_seq INTEGER NOT NULL REFERENCES cases (seq),
    id       TEXT NOT NULL,
    role     TEXT NOT NULL,
    name     TEXT NOT NULL,
    contact  TEXT NOT NULL,
    PRIMARY KEY (case_seq, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    case_seq INTEGER NOT NULL REFERENCES cases (seq),
    id       TEXT NOT NULL UNIQUE,
    number   INTEGER NOT NULL,
    sha256   TEXT NOT NULL,
    kind     TEXT,
    PRIMARY KEY (case_seq, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_by_content ON evidence (sha256);

CREATE TABLE deadlines (
    case_seq INTEGER NOT NULL REFERENCES cases (seq),
    id       TEXT NOT NULL,
    last_us  INTEGER NOT NULL,            -- the instant after which it is missed
    waiting  INTEGER NOT NULL CHECK (waiting IN (0, 1)), -- not met, and the case is open
    record   TEXT NOT NULL,
    PRIMARY KEY (case_seq, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX deadlines_by_time ON deadlines (waiting, last_us);

CREATE TABLE packets (
    case_seq    INTEGER NOT NULL REFERENCES cases (seq),
    place       INTEGER NOT NULL,         -- among the packets of the case, oldest is 0
    id          TEXT NOT NULL,
    channel     TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    journal_seq INTEGER NOT NULL,
    PRIMARY KEY (case_seq, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX packets_by_id ON packets (id);

-- Every content an exhibit ever named, also one that was taken out of its case.
CREATE TABLE blobs (
    sha256 TEXT PRIMARY KEY,
    bytes  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE merchant (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    profile TEXT NOT NULL
) STRICT;

-- Folded text by which cases are found: one row for the state of a case (under the case's own number) and one for each note
-- (under the note's), so that a long history is never indexed again.
CREATE TABLE search_text (
    seq      INTEGER PRIMARY KEY REFERENCES journal (seq),
    case_seq INTEGER NOT NULL REFERENCES cases (seq),
    body     TEXT NOT NULL
) STRICT;

CREATE INDEX search_text_by_case ON search_text (case_seq);

CREATE VIRTUAL TABLE search USING fts5 (
    body, content = 'search_text', content_rowid = 'seq', columnsize = 0, tokenize = 'trigram case_sensitive 1'
);

-- Settings of this copy of the program. Not part of the record.
CREATE TABLE preferences (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
