-- Tables of verdicts and attempts from what the collector writes. Not run by its authors. Run it once the collector has
-- made dozvon.otel_logs: clickhouse-client --multiquery < clickhouse.sql. The attributes are the columns of exported files,
-- explained in docs/data.md.

-- A record that was sent twice has the same key and is merged into one: read FINAL.
CREATE TABLE dozvon.verdicts
(
  probe UUID,
  network LowCardinality(String), -- the label that the upload was given
  country LowCardinality(String),
  round String,
  started_at DateTime64(3, 'UTC'),
  service LowCardinality(String),
  state LowCardinality(String),
  round_state LowCardinality(String),
  confidence LowCardinality(String),
  mechanisms String
)
ENGINE = ReplacingMergeTree
PARTITION BY toDate(started_at)
ORDER BY (service, network, probe, started_at, round)
TTL toDateTime(started_at) + INTERVAL 1 YEAR;

CREATE MATERIALIZED VIEW dozvon.take_verdicts TO dozvon.verdicts AS
SELECT
  toUUIDOrZero(ResourceAttributes['service.instance.id']) AS probe,
  LogAttributes['network_label'] AS network,
  LogAttributes['home_country'] AS country,
  LogAttributes['round_id'] AS round,
  Timestamp AS started_at,
  LogAttributes['service'] AS service,
  LogAttributes['service_state'] AS state,
  LogAttributes['service_round_state'] AS round_state,
  LogAttributes['confidence'] AS confidence,
  LogAttributes['service_mechanisms'] AS mechanisms
FROM dozvon.otel_logs
WHERE EventName = 'dozvon.verdict' AND LogAttributes['service'] <> '';

CREATE TABLE dozvon.attempts
(
  probe UUID,
  round String,
  started_at DateTime64(3, 'UTC'),
  service LowCardinality(String),
  target LowCardinality(String),
  attempt UInt16,
  ok Bool,
  valid Bool,
  failure LowCardinality(String),
  failed_operation LowCardinality(String),
  total_ms Nullable(Float32)
)
ENGINE = ReplacingMergeTree
PARTITION BY toDate(started_at)
ORDER BY (service, target, probe, started_at, round, attempt)
TTL toDateTime(started_at) + INTERVAL 90 DAY;

CREATE MATERIALIZED VIEW dozvon.take_attempts TO dozvon.attempts AS
SELECT
  toUUIDOrZero(ResourceAttributes['service.instance.id']) AS probe,
  LogAttributes['round_id'] AS round,
  Timestamp AS started_at,
  LogAttributes['service'] AS service,
  LogAttributes['target'] AS target,
  toUInt16OrZero(LogAttributes['attempt']) AS attempt,
  LogAttributes['ok'] = 'true' AS ok,
  LogAttributes['valid'] = 'true' AS valid,
  LogAttributes['failure'] AS failure,
  LogAttributes['failed_operation'] AS failed_operation,
  toFloat32OrNull(LogAttributes['total_ms']) AS total_ms
FROM dozvon.otel_logs
WHERE EventName = 'dozvon.attempt' AND LogAttributes['target'] <> '';
