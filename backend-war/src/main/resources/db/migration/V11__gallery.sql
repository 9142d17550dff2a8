-- What somebody made or uploaded, one row for each file of theirs, with all that was asked for it. Dollars; what nobody told is null.
CREATE TABLE gallery (
    -- The media's.
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    -- image, video, upload
    kind VARCHAR NOT NULL,
    title VARCHAR,
    prompt VARCHAR,
    model VARCHAR,
    -- What was asked, in JSON, as the API takes it.
    parameters VARCHAR,
    cost DECIMAL(18, 10),
    starred BOOLEAN NOT NULL,
    album VARCHAR,
    created_at TIMESTAMPTZ NOT NULL,
    -- In the bin since then; gone for good 30 days later.
    deleted_at TIMESTAMPTZ
);

CREATE INDEX gallery_of_user ON gallery (user_id);
