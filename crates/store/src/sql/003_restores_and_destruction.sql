-- Migration 3: what a restore set aside, what was destroyed, which sealed file a record left in; and sealed files are numbered within the
-- life of the office (its incarnation) that sent them.

-- restored.rs: each restore begins another life of the office. What the log tells of and the restored records do not hold any more is
-- named here; the log vouches for the list as a whole.
CREATE TABLE restores (
  incarnation BLOB PRIMARY KEY,
  at          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE set_aside (
  incarnation BLOB NOT NULL REFERENCES restores (incarnation),
  link        BLOB NOT NULL,
  PRIMARY KEY (incarnation, link)
) STRICT, WITHOUT ROWID;

-- destroyed.rs: what remains of a record: its certificate, and its revisions' headers with their commitments.
CREATE TABLE destroyed (
  record      BLOB PRIMARY KEY,
  certificate TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE destroyed_revisions (
  record    BLOB NOT NULL REFERENCES destroyed (record),
  place     INTEGER NOT NULL,
  id        BLOB NOT NULL UNIQUE,
  header    BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (record, place)
) STRICT;

CREATE TABLE destroyed_turned ( -- hashes of its key chain's later entries: the log vouches for them together with those of other records
  record BLOB NOT NULL REFERENCES destroyed (record),
  place  INTEGER NOT NULL,      -- of their author in the log
  hash   BLOB NOT NULL,
  PRIMARY KEY (record, place)
) STRICT, WITHOUT ROWID;

-- exchange.rs: so that a certificate can name every file that still holds a record elsewhere.
CREATE TABLE left_in (
  record BLOB NOT NULL,
  bundle BLOB NOT NULL,
  PRIMARY KEY (record, bundle)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_3 (
  bundle      BLOB NOT NULL,
  office      BLOB NOT NULL REFERENCES offices (id),
  left        INTEGER NOT NULL,
  incarnation BLOB NOT NULL, -- of the sender; zeros where it was not kept yet
  number      INTEGER NOT NULL,
  hash        BLOB NOT NULL,
  at          INTEGER NOT NULL,
  records     INTEGER NOT NULL,
  PRIMARY KEY (office, left, incarnation, number)
) STRICT, WITHOUT ROWID;
INSERT INTO ledger_3 SELECT bundle, office, left, zeroblob(16), number, hash, at, records FROM ledger;
DROP TABLE ledger;
ALTER TABLE ledger_3 RENAME TO ledger;
