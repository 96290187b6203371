-- What each probe said, a row a check and service. Probes are folders, as probes/ru-ertelecom-1: place, network, number.
-- Checks that measured nothing of a service are gaps.
CREATE OR REPLACE VIEW verdicts AS
SELECT
  regexp_extract(filename, '([^/]+)/[^/]+$', 1) AS probe,
  regexp_extract(probe, '^[^-]+') AS place,
  regexp_replace(probe, '-[^-]+$', '') AS network,
  string_split(software.browser, ' ')[1] AS browser,
  id AS round,
  CAST(startedAt AS TIMESTAMP) AS started_at,
  date_trunc('hour', started_at) AS hour,
  service.id AS service,
  service.state AS state,
  service.state IN ('blocked', 'likely_blocked') AS is_blocked,
  service.confidence AS confidence,
  array_to_string(service.mechanisms, '|') AS mechanisms
FROM (
  SELECT filename, software, id, startedAt, unnest(services) AS service
  FROM read_json(
    'probes/*/*.jsonl',
    filename = true,
    columns = {
      'id': 'VARCHAR',
      'startedAt': 'VARCHAR',
      'software': 'STRUCT(browser VARCHAR)',
      'services': 'STRUCT(id VARCHAR, state VARCHAR, roundState VARCHAR, confidence VARCHAR, mechanisms VARCHAR[])[]'
    }
  )
)
WHERE service.roundState <> 'insufficient'
-- A check that a probe gave twice counts once.
QUALIFY row_number() OVER (PARTITION BY probe, round, service) = 1;
