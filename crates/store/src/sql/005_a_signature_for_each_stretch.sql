-- Whoever goes on in the log after an entry of their own takes that entry's signature back (log.rs). Entries of before stay as they are;
-- the number rises because an older program would take such a log for a changed one.
SELECT 1;
