-- Pictures and films that somebody asked for, one row each from the wish to its end. Dollars; what nobody told is null, never 0.
CREATE TABLE job (
    -- Also the ledger's message_id, and ordered by time.
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    -- image, video
    kind VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    -- What was asked, in JSON, as the API takes it.
    parameters VARCHAR NOT NULL,
    -- queued, submitting, processing, storing, completed, failed, cancelled, timed_out
    status VARCHAR NOT NULL,
    -- Every state with its time and its reason, in JSON, the oldest first.
    history VARCHAR NOT NULL,
    -- Ids of what was made, in JSON.
    media VARCHAR NOT NULL,
    -- The job that this one tries again.
    retry_of UUID,
    estimated_cost DECIMAL(18, 10),
    cost DECIMAL(18, 10),
    -- A problem document in JSON.
    error VARCHAR,
    created_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    -- Deleted by its owner: it is in no list any more, what it made rests in the gallery.
    hidden BOOLEAN NOT NULL
);

CREATE INDEX job_of_user ON job (user_id);
