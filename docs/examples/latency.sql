-- How long it took to get through, in milliseconds. Failures have times too; they tell when we noticed.
SELECT
  service,
  count(*) AS attempts,
  quantile_disc(total_ms, 0.5) AS half_within,
  quantile_disc(total_ms, 0.9) AS nine_in_ten_within
FROM 'attempts.parquet'
WHERE ok AND valid AND total_ms IS NOT NULL
GROUP BY service
ORDER BY service;
