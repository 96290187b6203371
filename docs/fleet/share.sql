-- Which share of the probes of a place saw a service blocked, by day (UTC): the last check of each probe and day counts.
SELECT
  place,
  service,
  day,
  count(*) AS probes,
  count(*) FILTER (WHERE is_blocked) AS blocked,
  round(count(*) FILTER (WHERE is_blocked) / count(*), 3) AS share
FROM (
  SELECT place, probe, service, strftime(started_at, '%Y-%m-%d') AS day, is_blocked
  FROM verdicts
  QUALIFY row_number() OVER (PARTITION BY probe, service, day ORDER BY started_at DESC) = 1
)
GROUP BY place, service, day
ORDER BY place, service, day;
