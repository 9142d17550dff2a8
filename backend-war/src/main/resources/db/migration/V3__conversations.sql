-- Conversations are a tree of messages: parent_id leads towards the first, head_id names the end of the branch that is shown.
-- No indexes on what changes (title, head, times): DuckDB would delete and insert the row instead of changing it.
CREATE TABLE conversation (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    title varchar NOT NULL,
    model varchar,
    system_prompt varchar,
    pinned boolean NOT NULL,
    head_id uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz
);
CREATE INDEX conversation_of_user ON conversation (user_id);

-- One row a message, never changed. An assistant's text is not here: it is in answer_end, or still growing in answer_piece.
CREATE TABLE message (
    id uuid PRIMARY KEY,
    conversation_id uuid NOT NULL,
    parent_id uuid,
    role varchar NOT NULL,
    content varchar NOT NULL,
    model varchar,
    left_out integer NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX message_of_conversation ON message (conversation_id);

-- What had come of a running answer when it was saved last; event_sizes tells where its events began and ended.
CREATE TABLE answer_piece (
    answer_id uuid NOT NULL,
    position integer NOT NULL,
    content varchar NOT NULL,
    reasoning varchar NOT NULL,
    event_sizes varchar NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (answer_id, position)
);

-- How an answer ended, once, with all of its text.
CREATE TABLE answer_end (
    answer_id uuid PRIMARY KEY,
    status varchar NOT NULL,
    finish_reason varchar,
    content varchar NOT NULL,
    reasoning varchar NOT NULL,
    event_sizes varchar NOT NULL,
    model varchar,
    prompt_tokens bigint,
    completion_tokens bigint,
    cost decimal(28, 12),
    error varchar,
    ended_at timestamptz NOT NULL
);
