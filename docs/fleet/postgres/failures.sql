-- What the attempts of one network's probes met, by target: what failed, how often, and how long it took in the middle.
SELECT
  service,
  id AS target,
  failure,
  failed_operation,
  count(*) AS attempts,
  count(DISTINCT probe) AS probes,
  round(percentile_cont(0.5) WITHIN GROUP (ORDER BY total_ms)) AS median_ms
FROM attempts
JOIN targets USING (target)
WHERE
  probe IN (SELECT probe FROM probes WHERE network = :'network')
  AND round_started_at >= :'from'::timestamp AT TIME ZONE 'UTC'
  AND round_started_at < :'to'::timestamp AT TIME ZONE 'UTC'
  AND valid
GROUP BY service, id, failure, failed_operation
ORDER BY service, id, attempts DESC, failure;
