-- What became of a paid request that came with an Idempotency-Key; kept for a day. No index on what changes: DuckDB would delete and
-- insert the row instead of changing it.
CREATE TABLE idempotency_key (
    user_id uuid NOT NULL,
    path varchar NOT NULL,
    given varchar NOT NULL,
    -- SHA-256 of the request's body.
    digest varchar NOT NULL,
    -- The id of the answer that the request was given.
    run_id uuid NOT NULL,
    -- running, answered, unsettled, free
    state varchar NOT NULL,
    -- To be sent again, in JSON; null where it can be made from rows of its own.
    answer varchar,
    begun_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, path, given)
);
