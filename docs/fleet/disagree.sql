-- Which probes of one network disagree about a service within an hour: the last check of each probe and hour counts.
SELECT
  network,
  service,
  hour,
  string_agg(probe || ' ' || state, ', ' ORDER BY probe) AS said
FROM (
  SELECT network, probe, service, hour, state, is_blocked
  FROM verdicts
  QUALIFY row_number() OVER (PARTITION BY probe, service, hour ORDER BY started_at DESC) = 1
)
GROUP BY network, service, hour
HAVING count(DISTINCT is_blocked) > 1
ORDER BY network, service, hour;
