-- Migration 2: tables whose rows are larger than a quarter of a page get row ids. Without them a row lies in the tree of its key, and
-- SQLite copies the whole row out of its overflow pages for each comparison on the way down: three times slower with 10,000 records.
-- The order of the row ids is that of the log, which every login can read: they tell nothing new.

CREATE TABLE revisions_2 (
  record    BLOB NOT NULL REFERENCES records (id),
  place     INTEGER NOT NULL, -- order of arrival here; parents always stand before
  id        BLOB NOT NULL UNIQUE,
  header    BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (record, place)
) STRICT;
INSERT INTO revisions_2 SELECT record, place, id, header, signature FROM revisions;
DROP TABLE revisions;
ALTER TABLE revisions_2 RENAME TO revisions;

CREATE TABLE leaves_2 (
  revision    BLOB NOT NULL,
  compartment TEXT NOT NULL,
  epoch       INTEGER NOT NULL,
  sealed      BLOB NOT NULL,
  PRIMARY KEY (revision, compartment)
) STRICT;
INSERT INTO leaves_2 SELECT revision, compartment, epoch, sealed FROM leaves;
DROP TABLE leaves;
ALTER TABLE leaves_2 RENAME TO leaves;

CREATE TABLE key_entries_2 (
  record    BLOB NOT NULL REFERENCES records (id),
  place     INTEGER NOT NULL,
  entry     BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (record, place)
) STRICT;
INSERT INTO key_entries_2 SELECT record, place, entry, signature FROM key_entries;
DROP TABLE key_entries;
ALTER TABLE key_entries_2 RENAME TO key_entries;

CREATE TABLE parts_2 (
  part   TEXT NOT NULL,
  record BLOB NOT NULL REFERENCES records (id),
  epoch  INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (part, record)
) STRICT;
INSERT INTO parts_2 SELECT part, record, epoch, sealed FROM parts;
DROP TABLE parts;
ALTER TABLE parts_2 RENAME TO parts;
