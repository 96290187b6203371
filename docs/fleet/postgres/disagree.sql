-- Which probes of one network disagree about a service within an hour: the last check of each probe and hour counts.
SELECT network, service, hour AT TIME ZONE 'UTC' AS hour, said
FROM network_hours
WHERE
  hour >= :'from'::timestamp AT TIME ZONE 'UTC'
  AND hour < :'to'::timestamp AT TIME ZONE 'UTC'
  AND said IS NOT NULL
ORDER BY network, service, hour;
