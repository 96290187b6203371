-- When a service changed at a probe, from what, by which mechanism, and how sure that was.
SELECT
  network,
  name AS probe,
  service,
  started_at AT TIME ZONE 'UTC' AS started_at,
  before,
  state,
  mechanisms,
  confidence
FROM changes
JOIN probes USING (probe)
WHERE
  started_at >= :'from'::timestamp AT TIME ZONE 'UTC'
  AND started_at < :'to'::timestamp AT TIME ZONE 'UTC'
ORDER BY service, started_at, name;
