-- Failures in OONI's terms (df-007). The file has valid attempts only.
SELECT
  test_keys.x_service AS service,
  test_keys.x_failure AS failure,
  count(*) AS attempts
FROM read_json('attempts.ooni.jsonl.gz')
WHERE test_keys.result = 'error'
GROUP BY ALL
ORDER BY ALL;
