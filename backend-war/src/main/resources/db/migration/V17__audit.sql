-- Who did what, one line each, only ever added; of somebody who is gone a line keeps another id, the same in all of them, and nothing else.
-- No index but the key: what would be indexed is changed then, and DuckDB would delete and insert the row.
CREATE TABLE audit (
    id uuid PRIMARY KEY,
    happened_at timestamptz NOT NULL,
    -- A stable word, as sign-in.
    action varchar NOT NULL,
    -- null: nobody had signed in, or nobody asked.
    actor_id uuid,
    -- As it was known then, or claimed.
    actor_email varchar,
    -- The API key that was used.
    key_id uuid,
    -- Empty where nobody asked.
    address varchar NOT NULL,
    request_id varchar NOT NULL,
    target_kind varchar NOT NULL,
    target_id varchar,
    -- How people know it.
    target_label varchar,
    -- Whom it belongs to or concerns.
    person_id uuid,
    -- The fields that changed, in JSON.
    fields_before varchar,
    fields_after varchar
);

-- The id that the audit keeps of somebody who is gone, and the address it has to forget, for as long as the erasure lasts.
ALTER TABLE account_erasure ADD COLUMN pseudonym uuid;
ALTER TABLE account_erasure ADD COLUMN email varchar;
