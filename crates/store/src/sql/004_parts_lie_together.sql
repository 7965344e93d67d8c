-- Migration 4: rows of one part lie together. The summaries and names that the first list opens lay between the letters of matching, so
-- that every sign-in deciphered nearly all pages of the table: 327 ms instead of 75 with 10,000 records.

CREATE TABLE parts_4 (
  place  INTEGER PRIMARY KEY, -- a number for the part in the upper bits, from 1 on; below them the order in which its rows came
  part   TEXT NOT NULL,
  record BLOB NOT NULL REFERENCES records (id),
  epoch  INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  UNIQUE (part, record)
) STRICT;
-- One reading in order for each part: neither looked up row by row nor sorted in memory.
INSERT INTO parts_4
  SELECT (n.number << 40) + p.rowid, p.part, p.record, p.epoch, p.sealed
  FROM (SELECT part, row_number() OVER (ORDER BY part) AS number FROM (SELECT DISTINCT part FROM parts)) n
  CROSS JOIN parts p NOT INDEXED
  WHERE p.part = n.part;
DROP TABLE parts;
ALTER TABLE parts_4 RENAME TO parts;
