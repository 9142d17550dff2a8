-- From what a person signed in, as the browser names itself: shown to that person, trusted by nobody.
ALTER TABLE account_session ADD COLUMN browser varchar;
ALTER TABLE account_session ADD COLUMN system varchar;

-- Links with which a new password can be chosen once; only the digest of their token is kept.
CREATE TABLE account_password_reset (
    digest varchar PRIMARY KEY,
    account_id uuid NOT NULL,
    expires_at timestamptz NOT NULL
);

-- Accounts that are gone while what their owners left is still being erased; a start goes on where the last one stopped.
CREATE TABLE account_erasure (
    account_id uuid PRIMARY KEY,
    begun_at timestamptz NOT NULL
);
