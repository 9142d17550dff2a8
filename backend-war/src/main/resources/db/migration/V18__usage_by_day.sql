-- What the tokens of a call come to by the listed prices, where a server tells tokens and no cost; counts as spent in place of what was set aside.
ALTER TABLE ledger ADD COLUMN estimate DECIMAL(18, 10);

-- The ledger's lines of days that are over, added up. A day is a number of days since 1970-01-01 in UTC, as its first moment tells it.
CREATE TABLE usage_day (
    day INTEGER NOT NULL,
    user_id UUID NOT NULL,
    -- Asked for.
    model VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    demo BOOLEAN NOT NULL,
    calls BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    prompt_tokens BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL,
    -- Dollars that providers told.
    cost DECIMAL(38, 10) NOT NULL,
    -- Dollars that count where they told none.
    estimated DECIMAL(38, 10) NOT NULL,
    -- Calls of which nobody can say what they cost.
    unknown_costs BIGINT NOT NULL
);

-- Days that are over. What is in usage_day holds while both numbers are equal; a line that comes or changes late counts up the first.
CREATE TABLE usage_closed (
    day INTEGER PRIMARY KEY,
    changes BIGINT NOT NULL,
    rolled BIGINT NOT NULL
);

-- Who was told how much of a budget is used: once for each share, budget and period.
CREATE TABLE budget_notice (
    id UUID PRIMARY KEY,
    user_id UUID NOT NULL,
    -- The budget, as amount and period.
    budget VARCHAR NOT NULL,
    -- When the period began.
    since TIMESTAMPTZ NOT NULL,
    -- 80 or 100 percent
    share INTEGER NOT NULL,
    -- Whether a page of that person was there to say it.
    told BOOLEAN NOT NULL
);
