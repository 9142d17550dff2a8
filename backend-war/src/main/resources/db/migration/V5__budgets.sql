-- How an account came to be: made (by an administrator or the setup link), registered, registered_in_demo (waits for approval as soon as
-- a real provider appears). Until now everybody but administrators had registered, in demo mode if no real provider ever listed a model.
ALTER TABLE account ADD COLUMN origin varchar DEFAULT 'MADE';
UPDATE account SET origin = CASE WHEN EXISTS (SELECT 1 FROM model WHERE NOT demo) THEN 'REGISTERED' ELSE 'REGISTERED_IN_DEMO' END
WHERE role <> 'ADMIN';

-- Whether an administrator decided about the budget; until then the default holds for those who registered. No amount: no budget.
ALTER TABLE account ADD COLUMN own_budget boolean DEFAULT false;
ALTER TABLE account ADD COLUMN budget_amount decimal(18, 10);
-- day, month, total
ALTER TABLE account ADD COLUMN budget_period varchar;

-- Whether the answer was allowed fewer tokens than the model gives, because the budget leaves no more.
ALTER TABLE message ADD COLUMN budget_capped boolean DEFAULT false;
