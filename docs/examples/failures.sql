-- Which share of the attempts failed, by service and day (UTC). Only valid attempts are evidence.
SELECT
  service,
  strftime(attempt_started_at, '%Y-%m-%d') AS day,
  count(*) AS attempts,
  count(*) FILTER (WHERE NOT ok) AS failed,
  round(count(*) FILTER (WHERE NOT ok) / count(*), 3) AS share
FROM 'attempts.parquet'
WHERE valid
GROUP BY service, day
ORDER BY service, day;
