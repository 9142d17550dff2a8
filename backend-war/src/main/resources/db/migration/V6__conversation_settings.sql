-- What the person wants of the answers here, sent where the model takes it; null: as the model does by itself.
ALTER TABLE conversation ADD COLUMN temperature decimal(6, 4);
ALTER TABLE conversation ADD COLUMN max_tokens integer;

-- How long the model thought before it answered; null: it did not, or nobody looked at the clock.
ALTER TABLE answer_end ADD COLUMN reasoning_ms bigint;
