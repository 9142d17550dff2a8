-- Pictures of a message in their order: those that were attached to a question, and those that an answer brought.
CREATE TABLE message_media (
    message_id uuid NOT NULL,
    position integer NOT NULL,
    media_id uuid NOT NULL,
    PRIMARY KEY (message_id, position)
);
