-- Which probes of one network disagree about a service within an hour: the last check of each probe and hour counts.
-- Give `from` and `to` as whole hours.
SELECT network, service, hour AT TIME ZONE 'UTC' AS hour, said
FROM network_hours
CROSS JOIN LATERAL (
  SELECT string_agg(name || ' ' || state, ', ' ORDER BY name) AS said
  FROM (
    SELECT DISTINCT ON (name) name, state
    FROM probes
    JOIN measured USING (probe)
    WHERE
      probes.network = network_hours.network
      AND measured.service = network_hours.service
      AND started_at >= network_hours.hour
      AND started_at < network_hours.hour + INTERVAL '1 hour'
      -- Known when the query is planned, which leaves one partition to look into.
      AND started_at >= :'from'::timestamp AT TIME ZONE 'UTC'
      AND started_at < :'to'::timestamp AT TIME ZONE 'UTC'
    ORDER BY name, started_at DESC
  ) AS last_said
) AS all_said
WHERE
  hour >= :'from'::timestamp AT TIME ZONE 'UTC'
  AND hour < :'to'::timestamp AT TIME ZONE 'UTC'
  AND blocked BETWEEN 1 AND probes - 1
ORDER BY network, service, hour;
