-- What failures_by_place.sql tells, read from the attempts themselves: no index helps.
SELECT
  service,
  failure,
  count(*) AS attempts,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY total_ms) AS median_ms
FROM attempts
JOIN targets USING (target)
WHERE
  round_started_at >= :'from'::timestamp AT TIME ZONE 'UTC'
  AND round_started_at < :'to'::timestamp AT TIME ZONE 'UTC'
GROUP BY service, failure;
