-- People, their passwords and where they are signed in. Nothing here lets anybody in who reads it:
-- passwords are Argon2id hashes, of a refresh token only the digest of the newest one is kept.
CREATE TABLE account (
    id uuid PRIMARY KEY,
    email varchar NOT NULL UNIQUE,
    display_name varchar NOT NULL,
    role varchar NOT NULL,
    status varchar NOT NULL,
    language varchar,
    appearance varchar,
    last_model varchar,
    created_at timestamptz NOT NULL
);

CREATE TABLE account_password (
    account_id uuid PRIMARY KEY,
    hash varchar NOT NULL,
    changed_at timestamptz NOT NULL
);

-- One row a sign-in; generation and digest are those of its newest refresh token.
CREATE TABLE account_session (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    generation integer NOT NULL,
    digest varchar NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE INDEX account_session_account ON account_session (account_id);

-- When a generation was used for the first time; kept as long as the grace of its predecessor lasts.
CREATE TABLE account_session_use (
    session_id uuid NOT NULL,
    generation integer NOT NULL,
    used_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, generation)
);
