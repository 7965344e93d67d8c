-- Migration 1: everything an office keeps. Used by migrate.rs only; each table's statements stand in the module that owns it.

-- settings.rs: small facts of the office that every login may read.
CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- log.rs: the audit. Append-only and hash-chained over what is sealed; bodies only for the auditors and the actor.
CREATE TABLE log (
  seq      INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  link     BLOB,            -- the revision or directory entry that it tells of
  auditors BLOB NOT NULL,
  actor    BLOB NOT NULL,
  hash     BLOB NOT NULL
) STRICT;
CREATE INDEX log_link ON log (link) WHERE link IS NOT NULL;
CREATE TABLE log_signatures (
  seq       INTEGER PRIMARY KEY REFERENCES log (seq),
  person    BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;

-- directory.rs: people, teams, circles, certificates: append-only signed entries, and the circles' keys sealed to their members.
CREATE TABLE directory (
  seq   INTEGER PRIMARY KEY,
  entry TEXT NOT NULL
) STRICT;
CREATE TABLE circle_keys (
  circle BLOB NOT NULL,
  epoch  INTEGER NOT NULL,
  holder BLOB NOT NULL,     -- a person, or 16 zero bytes for the recovery words
  sealed BLOB NOT NULL,
  PRIMARY KEY (circle, epoch, holder)
) STRICT, WITHOUT ROWID;

-- records.rs: the skeleton, and the revisions that everything follows from.
CREATE TABLE records (
  id     BLOB PRIMARY KEY,
  kind   TEXT NOT NULL,
  module TEXT NOT NULL,
  status TEXT NOT NULL,
  owner  BLOB,
  heads  BLOB NOT NULL      -- 32 bytes each, in order
) STRICT, WITHOUT ROWID;
CREATE TABLE revisions (
  record    BLOB NOT NULL REFERENCES records (id),
  place     INTEGER NOT NULL, -- order of arrival here; parents always stand before
  id        BLOB NOT NULL UNIQUE,
  header    BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (record, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE leaves (
  revision    BLOB NOT NULL,
  compartment TEXT NOT NULL,
  epoch       INTEGER NOT NULL,
  sealed      BLOB NOT NULL,
  PRIMARY KEY (revision, compartment)
) STRICT, WITHOUT ROWID;

-- keys.rs: who was given which compartment's key. key_entries is the truth; quick_grants only spares its readers time.
CREATE TABLE key_entries (
  record    BLOB NOT NULL REFERENCES records (id),
  place     INTEGER NOT NULL,
  entry     BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (record, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE granted (     -- which records a circle was given anything of
  circle BLOB NOT NULL,
  record BLOB NOT NULL,
  PRIMARY KEY (circle, record)
) STRICT, WITHOUT ROWID;
CREATE TABLE quick_grants ( -- wrapped under the circle's own secret by a member who checked the entry
  circle      BLOB NOT NULL,
  compartment TEXT NOT NULL,
  record      BLOB NOT NULL,
  epoch       INTEGER NOT NULL,
  wrapped     BLOB NOT NULL,
  PRIMARY KEY (circle, compartment, record)
) STRICT, WITHOUT ROWID;

-- parts.rs: what is worked out from the revisions (summary, names, match, counts), sealed.
CREATE TABLE parts (
  part   TEXT NOT NULL,
  record BLOB NOT NULL REFERENCES records (id),
  epoch  INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (part, record)
) STRICT, WITHOUT ROWID;

-- files.rs: attachments. Their content stands in the folder files/ under a random name.
CREATE TABLE files (
  id          BLOB PRIMARY KEY,
  record      BLOB,         -- none while no save names it
  compartment TEXT,
  sealed_key  BLOB NOT NULL,
  name        TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
CREATE INDEX files_record ON files (record);

-- drafts.rs: unsaved work, sealed for its author and the supervisors.
CREATE TABLE drafts (
  id     BLOB PRIMARY KEY,
  person BLOB NOT NULL,
  record BLOB,
  at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_person ON drafts (person);
CREATE TABLE draft_parts (
  draft       BLOB NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  compartment TEXT NOT NULL,
  keys        TEXT NOT NULL,
  sealed      BLOB NOT NULL,
  PRIMARY KEY (draft, compartment)
) STRICT, WITHOUT ROWID;

-- places.rs: the tree of places.
CREATE TABLE places (
  id     BLOB PRIMARY KEY,
  code   TEXT NOT NULL UNIQUE,
  level  INTEGER NOT NULL,
  parent BLOB REFERENCES places (id),
  names  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX places_parent ON places (parent);

-- numbers.rs: running numbers, never given twice.
CREATE TABLE numbers (
  series TEXT PRIMARY KEY,
  last   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- exchange.rs: other offices, and sealed files that left and came.
CREATE TABLE offices (
  id       BLOB PRIMARY KEY,
  card     TEXT NOT NULL,
  verified INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger (
  bundle  BLOB NOT NULL,
  office  BLOB NOT NULL REFERENCES offices (id),
  left    INTEGER NOT NULL,
  number  INTEGER NOT NULL,
  hash    BLOB NOT NULL,
  at      INTEGER NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (office, left, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE foreign_certificates (
  office BLOB NOT NULL REFERENCES offices (id),
  chain  TEXT NOT NULL,
  PRIMARY KEY (office)
) STRICT, WITHOUT ROWID;
