-- When a service became blocked, and what ended that. An end that is empty had not come.
SELECT
  service,
  service_state AS state,
  round_started_at AS since,
  lead(round_started_at) OVER (PARTITION BY service ORDER BY round_started_at) AS until,
  confidence,
  service_mechanisms AS mechanisms
FROM read_csv('changes.csv', types = { 'round_started_at': 'VARCHAR' })
QUALIFY service_state IN ('blocked', 'likely_blocked')
ORDER BY service, since;
