-- What the probes of a network say together, by hour. Blocked: at least two probes measured it, and more than half of
-- them last said so. Not: more than half said otherwise. Else it is not known.
SELECT
  network,
  service,
  hour AT TIME ZONE 'UTC' AS hour,
  probes,
  blocked,
  CASE
    WHEN probes < 2 THEN 'unknown'
    WHEN blocked * 2 > probes THEN 'blocked'
    WHEN blocked * 2 < probes THEN 'not blocked'
    ELSE 'unknown'
  END AS said
FROM network_hours
WHERE
  hour >= :'from'::timestamp AT TIME ZONE 'UTC'
  AND hour < :'to'::timestamp AT TIME ZONE 'UTC'
ORDER BY network, service, hour;
