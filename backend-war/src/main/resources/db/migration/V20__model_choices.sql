-- What administrators decided about models; a model without a row is offered to everybody as its provider lists it. Apart from the
-- table that the provider's lists are written to, so that no refresh touches a decision, and a model that comes back finds its own.
CREATE TABLE model_choice (
    id VARCHAR PRIMARY KEY,
    -- Null: nobody decided, so it is offered.
    enabled BOOLEAN,
    -- Whether only administrators may use it.
    admins_only BOOLEAN NOT NULL,
    -- text, image, video: what it makes, for servers that do not say; null: as the server says.
    kind VARCHAR,
    -- Its price in US dollars by unit, in JSON; null: the provider's.
    price VARCHAR,
    changed_at TIMESTAMPTZ NOT NULL
);

-- The model for those who have chosen nothing, one for each kind of output; a kind without a row has the one that the rule finds.
CREATE TABLE model_default (
    -- text, image, video
    kind VARCHAR PRIMARY KEY,
    model VARCHAR NOT NULL
);
