-- What programs sign in with. Nothing here lets anybody in who reads it: of a secret only the digest is kept, and how it begins.
CREATE TABLE api_key (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    name VARCHAR NOT NULL,
    prefix VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    -- read, text, image, video, admin, with blanks between them
    scopes VARCHAR NOT NULL,
    -- Dollars; no amount: no budget of its own.
    budget_amount DECIMAL(18, 10),
    -- day, month, total
    budget_period VARCHAR,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ,
    -- Some minutes old at most.
    last_used_at TIMESTAMPTZ
);

-- With which key it was asked for; null: by somebody who was signed in.
ALTER TABLE ledger ADD COLUMN key_id UUID;
ALTER TABLE job ADD COLUMN key_id UUID;
