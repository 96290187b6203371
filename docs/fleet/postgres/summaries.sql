-- What the questions read: psql -d dozvon -f summaries.sql, once, after schema.sql. A day of 100,000 probes has some
-- 100 million verdicts, and its summaries as many rows as there are networks, hours and services, or changes.

-- Days to sum up, again where files came late. The loader writes it.
CREATE TABLE stale_days (day date PRIMARY KEY);

-- A row a change of a service at a probe.
CREATE TABLE changes (
  started_at timestamptz NOT NULL,
  probe integer NOT NULL,
  service text COLLATE "C" NOT NULL,
  before text NOT NULL,
  state text NOT NULL,
  mechanisms text NOT NULL,
  confidence text NOT NULL,
  PRIMARY KEY (started_at, probe, service)
);

-- A row a network, service and hour (UTC). The last check of each probe in it counts.
CREATE TABLE network_hours (
  hour timestamptz NOT NULL,
  network text COLLATE "C" NOT NULL,
  service text COLLATE "C" NOT NULL,
  probes integer NOT NULL,
  blocked integer NOT NULL,
  chromium boolean, -- whether most of its checks said blocked; null without any
  firefox boolean,
  said text, -- what each probe said; null where none disagrees
  PRIMARY KEY (hour, network, service)
);

-- A row a place, service and day (UTC). The last check of each probe in it counts.
CREATE TABLE place_days (
  day date NOT NULL,
  place text COLLATE "C" NOT NULL,
  service text COLLATE "C" NOT NULL,
  probes integer NOT NULL,
  blocked integer NOT NULL,
  PRIMARY KEY (day, place, service)
);

-- A row a place, service and failure of a day (UTC): what all attempts that are evidence met; null: they got through.
CREATE TABLE failure_days (
  day date NOT NULL,
  place text COLLATE "C" NOT NULL,
  service text COLLATE "C" NOT NULL,
  failure text COLLATE "C",
  failed_operation text COLLATE "C",
  attempts bigint NOT NULL,
  probes integer NOT NULL,
  median_ms double precision,
  UNIQUE NULLS NOT DISTINCT (day, place, service, failure, failed_operation)
);

-- Sums up all stale days. Returns how many there were.
CREATE FUNCTION summarise(OUT days integer) LANGUAGE plpgsql AS $$
DECLARE
  stale date;
BEGIN
  -- Waits for loaders that have told of their days already, and lets others wait.
  LOCK TABLE stale_days IN SHARE ROW EXCLUSIVE MODE;
  days := 0;
  FOR stale IN DELETE FROM stale_days RETURNING day LOOP
    PERFORM summarise_changes(stale);
    PERFORM summarise_hours(stale);
    PERFORM summarise_places(stale);
    PERFORM summarise_failures(stale);
    days := days + 1;
  END LOOP;
END $$;

CREATE FUNCTION day_begins(day date) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS
$$ SELECT day::timestamp AT TIME ZONE 'UTC' $$;

-- The word before is looked for in this day and the day before.
CREATE FUNCTION summarise_changes(of_day date) RETURNS void LANGUAGE plpgsql SET work_mem = '256MB' AS $$
BEGIN
  DELETE FROM changes WHERE started_at >= day_begins(of_day) AND started_at < day_begins(of_day + 1);
  INSERT INTO changes
  SELECT started_at, probe, service, before, state, mechanisms, confidence
  FROM (
    SELECT *, lag(state) OVER (PARTITION BY probe, service ORDER BY started_at) AS before
    FROM measured
    WHERE started_at >= day_begins(of_day - 1) AND started_at < day_begins(of_day + 1)
  ) AS said
  WHERE before <> state AND started_at >= day_begins(of_day);
END $$;

CREATE FUNCTION summarise_hours(of_day date) RETURNS void LANGUAGE plpgsql SET work_mem = '256MB' AS $$
BEGIN
  DELETE FROM network_hours WHERE hour >= day_begins(of_day) AND hour < day_begins(of_day + 1);
  INSERT INTO network_hours
  SELECT
    hour,
    network,
    service,
    count(*) FILTER (WHERE is_last),
    count(*) FILTER (WHERE is_last AND is_blocked),
    avg(is_blocked::int) FILTER (WHERE browser = 'Chromium') > 0.5,
    avg(is_blocked::int) FILTER (WHERE browser = 'Firefox') > 0.5,
    CASE
      WHEN count(DISTINCT is_blocked) FILTER (WHERE is_last) > 1
      THEN string_agg(name || ' ' || state, ', ' ORDER BY name) FILTER (WHERE is_last)
    END
  FROM (
    SELECT
      *, lead(hour) OVER (PARTITION BY probe, service ORDER BY started_at) IS DISTINCT FROM hour AS is_last
    FROM measured
    WHERE started_at >= day_begins(of_day) AND started_at < day_begins(of_day + 1)
  ) AS said
  JOIN (
    SELECT probe, started_at, browser
    FROM rounds
    WHERE started_at >= day_begins(of_day) AND started_at < day_begins(of_day + 1)
  ) AS of_round USING (probe, started_at)
  JOIN probes USING (probe)
  GROUP BY hour, network, service;
END $$;

CREATE FUNCTION summarise_places(of_day date) RETURNS void LANGUAGE plpgsql SET work_mem = '256MB' AS $$
BEGIN
  DELETE FROM place_days WHERE day = of_day;
  INSERT INTO place_days
  SELECT of_day, place, service, count(*), count(*) FILTER (WHERE is_blocked)
  FROM (
    SELECT
      *, lead(hour) OVER (PARTITION BY probe, service ORDER BY started_at) IS NULL AS is_last
    FROM measured
    WHERE started_at >= day_begins(of_day) AND started_at < day_begins(of_day + 1)
  ) AS said
  JOIN probes USING (probe)
  WHERE is_last
  GROUP BY place, service;
END $$;

CREATE FUNCTION summarise_failures(of_day date) RETURNS void LANGUAGE plpgsql SET work_mem = '256MB' AS $$
BEGIN
  DELETE FROM failure_days WHERE day = of_day;
  INSERT INTO failure_days
  SELECT
    of_day, place, service, failure, failed_operation,
    count(*), count(DISTINCT probe), round(percentile_cont(0.5) WITHIN GROUP (ORDER BY total_ms))
  FROM attempts JOIN targets USING (target) JOIN probes USING (probe)
  WHERE
    round_started_at >= day_begins(of_day)
    AND round_started_at < day_begins(of_day + 1)
    AND valid
  GROUP BY place, service, failure, failed_operation;
END $$;
