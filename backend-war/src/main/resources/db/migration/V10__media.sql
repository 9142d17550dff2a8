-- What the files in data/media are. A file without a row is rubbish of a crash; a row without a file never is.
CREATE TABLE media (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    -- png, jpeg, webp, gif
    type VARCHAR NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BIGINT NOT NULL,
    -- Hexadecimal, of the file as it is served.
    sha256 VARCHAR NOT NULL,
    -- Whether nothing of it is transparent; its thumbnails are JPEG then, else PNG.
    opaque BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX media_of_user ON media (user_id);
