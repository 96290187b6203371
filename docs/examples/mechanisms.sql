-- How services were blocked, one row for each mechanism; a check may show several.
SELECT service, mechanism, count(*) AS checks
FROM (
  SELECT service, unnest(string_split(service_mechanisms, '|')) AS mechanism
  FROM read_csv('verdicts.csv', types = { 'service_mechanisms': 'VARCHAR' })
  WHERE service_state IN ('blocked', 'likely_blocked')
)
GROUP BY service, mechanism
ORDER BY service, mechanism;
