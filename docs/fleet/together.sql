-- What the probes of a network say together, by hour. Blocked: at least two probes measured it, and more than half of
-- them last said so. Not: more than half said otherwise. Else it is not known.
SELECT
  network,
  service,
  hour,
  count(*) AS probes,
  count(*) FILTER (WHERE is_blocked) AS blocked,
  CASE
    WHEN probes < 2 THEN 'unknown'
    WHEN blocked * 2 > probes THEN 'blocked'
    WHEN blocked * 2 < probes THEN 'not blocked'
    ELSE 'unknown'
  END AS said
FROM (
  SELECT network, probe, service, hour, is_blocked
  FROM verdicts
  QUALIFY row_number() OVER (PARTITION BY probe, service, hour ORDER BY started_at DESC) = 1
)
GROUP BY network, service, hour
ORDER BY network, service, hour;
