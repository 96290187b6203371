-- Checks of many probes: psql -d dozvon -f schema.sql. The columns are explained in docs/data.md.
-- Partitions are days (UTC) by the start of the check, so that a check lies in one of each table, and
-- DROP TABLE verdicts_2026_11_27 forgets a day at once.

-- Named by place, network and number, as ru-ertelecom-1.
CREATE TABLE probes (
  probe integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text COLLATE "C" NOT NULL UNIQUE,
  place text COLLATE "C" GENERATED ALWAYS AS (split_part(name, '-', 1)) STORED,
  network text COLLATE "C" GENERATED ALWAYS AS (regexp_replace(name, '-[^-]+$', '')) STORED
);
CREATE INDEX ON probes (network);

-- What is asked of a service. Some hundred rows that 100 million attempts would else repeat.
CREATE TABLE targets (
  target integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  service text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  role text NOT NULL,
  kind text NOT NULL,
  url text NOT NULL,
  UNIQUE (service, id, role, kind, url)
);

-- A row a check. A probe runs one check at a time, so that its start names it; load_lines() complains if it does not.
CREATE TABLE rounds (
  probe integer NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  id text NOT NULL,
  trigger text NOT NULL,
  browser text NOT NULL,
  app_version text NOT NULL,
  logic_version text NOT NULL,
  catalog_version text NOT NULL,
  network_state text NOT NULL,
  network_confidence text NOT NULL,
  resolver_path text NOT NULL,
  PRIMARY KEY (probe, started_at)
) PARTITION BY RANGE (started_at);

-- A row a check and service: what the probe showed. The key has the order in which the questions read.
CREATE TABLE verdicts (
  started_at timestamptz NOT NULL,
  probe integer NOT NULL,
  service text COLLATE "C" NOT NULL,
  state text NOT NULL,
  round_state text NOT NULL,
  confidence text NOT NULL,
  scope text NOT NULL,
  locus text NOT NULL,
  reason text NOT NULL,
  mechanisms text NOT NULL, -- joined by |
  PRIMARY KEY (probe, service, started_at)
) PARTITION BY RANGE (started_at);

-- A row an attempt, of services' targets. The widest columns stand first, which saves the gaps between them.
CREATE TABLE attempts (
  round_started_at timestamptz NOT NULL,
  started_at timestamptz NOT NULL,
  bytes_per_second double precision,
  probe integer NOT NULL,
  target integer NOT NULL,
  dns_ms real,
  connect_ms real,
  tls_ms real,
  ttfb_ms real,
  total_ms real,
  last_byte_ms real,
  bytes integer,
  freeze_at_bytes integer,
  n smallint NOT NULL,
  http_status smallint,
  ok boolean NOT NULL,
  valid boolean NOT NULL,
  reused_connection boolean,
  protocol text,
  failure text,
  failed_operation text,
  browser_error text,
  remote_ip inet,
  remote_ip_kind text,
  PRIMARY KEY (probe, round_started_at, target, n)
) PARTITION BY RANGE (round_started_at);

-- What the questions read. Checks that measured nothing of a service are gaps.
CREATE VIEW measured AS
SELECT
  probe,
  service,
  started_at,
  date_trunc('hour', started_at, 'UTC') AS hour,
  state,
  state IN ('blocked', 'likely_blocked') AS is_blocked,
  confidence,
  mechanisms
FROM verdicts
WHERE round_state <> 'insufficient';

-- Makes the partitions of some days, unless they are there.
CREATE FUNCTION create_partitions(days date[]) RETURNS void
LANGUAGE plpgsql SET client_min_messages = warning AS $$
DECLARE
  day date;
  of_table text;
BEGIN
  -- Two loaders that make the same one would fail.
  PERFORM pg_advisory_xact_lock(hashtext('create_partitions'));
  FOREACH day IN ARRAY days LOOP
    FOREACH of_table IN ARRAY ARRAY['rounds', 'verdicts', 'attempts'] LOOP
      EXECUTE format(
        'CREATE TABLE IF NOT EXISTS %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
        of_table || to_char(day, '_YYYY_MM_DD'), of_table,
        day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC'
      );
    END LOOP;
  END LOOP;
END $$;
