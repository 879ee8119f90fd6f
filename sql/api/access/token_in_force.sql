-- The tokens in force of the bound jurisdiction, for those who may read their history: it adds
-- nothing to what token_change says, and lets verify compare the two.
CREATE VIEW ledger_api.token_in_force WITH (security_barrier) AS
SELECT t.jurisdiction_id, t.token_hash, t.principal_id, t.role, t.expires_at
FROM ledger.token AS t
WHERE t.jurisdiction_id = (SELECT ledger.visible_jurisdiction());
COMMENT ON VIEW ledger_api.token_in_force IS
'The tokens in force of the bound jurisdiction, for verify.';
