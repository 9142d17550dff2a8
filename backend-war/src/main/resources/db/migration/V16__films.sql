-- A job that is watched over a long time: what its work must know to go on after a restart, in JSON; null when there is nothing more to watch.
ALTER TABLE job ADD COLUMN checkpoint VARCHAR;
-- Why it does not go on at the moment, for its owner to read.
ALTER TABLE job ADD COLUMN notice VARCHAR;
-- Of a film, where it is known.
ALTER TABLE media ADD COLUMN duration_ms BIGINT;
