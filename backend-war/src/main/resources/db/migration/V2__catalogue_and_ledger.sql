-- Every model that the provider lists or listed; served from memory, kept here for a start while the provider is down.
CREATE TABLE model (
    id VARCHAR PRIMARY KEY,
    -- As the provider defined it, in JSON.
    definition VARCHAR NOT NULL,
    -- False once the provider lists it no more.
    available BOOLEAN NOT NULL,
    -- Whether it belongs to the demonstration.
    demo BOOLEAN NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);

-- One line for every paid attempt, appended when its outcome is known. Dollars; what nobody told is null, never 0.
CREATE TABLE ledger (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    -- text, image, video
    kind VARCHAR NOT NULL,
    -- chat, answer, text
    route VARCHAR NOT NULL,
    conversation_id UUID,
    message_id UUID,
    -- 1 for the first, then the retries.
    attempt INTEGER NOT NULL,
    model_asked VARCHAR NOT NULL,
    model_answered VARCHAR,
    generation_id VARCHAR,
    -- completed, stopped, cut, refused, failed, unknown, not_charged
    outcome VARCHAR NOT NULL,
    -- certainly, certainly_not, unknown
    charge VARCHAR NOT NULL,
    failure VARCHAR,
    prompt_tokens BIGINT,
    completion_tokens BIGINT,
    reasoning_tokens BIGINT,
    cached_tokens BIGINT,
    cost DECIMAL(18, 10),
    -- Counts as spent while the cost is unknown.
    reserved DECIMAL(18, 10),
    -- Play money: counts in no budget.
    demo BOOLEAN NOT NULL,
    latency_ms BIGINT,
    first_token_ms BIGINT,
    opened_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ NOT NULL
);
