-- What load.sh calls: psql -d dozvon -f loader.sql, once, after summaries.sql. The lines of one file are in the temporary
-- table `lines`; a function each takes one table's records from them. Records that are there already stay as they are.

-- The round of a line; null where it is none, as in a line that a power failure cut off.
CREATE OR REPLACE FUNCTION round_of(line text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  round jsonb;
BEGIN
  round := line::jsonb;
  RETURN CASE WHEN round ->> 'schema' = 'dozvon.round/1' THEN round END;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;

-- Takes the lines as the probe's. Returns how many there were, how many are no rounds, and how many records are new.
CREATE OR REPLACE FUNCTION load_lines(
  probe_name text,
  OUT lines bigint, OUT refused bigint, OUT new_rounds bigint, OUT new_verdicts bigint, OUT new_attempts bigint
) LANGUAGE plpgsql AS $$
DECLARE
  of_probe integer;
BEGIN
  CREATE TEMP TABLE given ON COMMIT DROP AS
  SELECT (round ->> 'startedAt')::timestamptz AS started_at, round FROM lines, round_of(line) AS round;
  SELECT count(*), count(*) FILTER (WHERE round IS NULL) INTO lines, refused FROM given;
  DELETE FROM given WHERE round IS NULL;

  -- ON CONFLICT alone would use up a number a line.
  INSERT INTO probes (name)
  SELECT probe_name WHERE NOT EXISTS (SELECT FROM probes WHERE name = probe_name)
  ON CONFLICT DO NOTHING;
  SELECT probe INTO STRICT of_probe FROM probes WHERE name = probe_name;

  PERFORM create_partitions(ARRAY(SELECT DISTINCT (started_at AT TIME ZONE 'UTC')::date FROM given));
  new_rounds := load_rounds(of_probe);
  new_verdicts := load_verdicts(of_probe);
  new_attempts := load_attempts(of_probe);
  -- The first check of the next day may be a change from what is new here.
  IF new_verdicts > 0 THEN
    INSERT INTO stale_days
    SELECT DISTINCT (started_at AT TIME ZONE 'UTC')::date + later FROM given, generate_series(0, 1) AS later
    ON CONFLICT DO NOTHING;
  END IF;
  DROP TABLE given;
END $$;

CREATE OR REPLACE FUNCTION load_rounds(of_probe integer, OUT inserted bigint) LANGUAGE plpgsql AS $$
DECLARE
  clash text;
BEGIN
  INSERT INTO rounds
  SELECT
    of_probe, started_at, (round ->> 'finishedAt')::timestamptz, round ->> 'id', round ->> 'trigger',
    split_part(round #>> '{software,browser}', ' ', 1),
    round #>> '{software,version}', round #>> '{software,logic}', round #>> '{software,catalog}',
    round #>> '{network,state}', round #>> '{network,confidence}', round #>> '{network,resolverPath}'
  FROM given
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS inserted = ROW_COUNT;

  SELECT format('%s and %s of one probe both started at %s', rounds.id, round ->> 'id', started_at) INTO clash
  FROM given JOIN rounds USING (started_at)
  WHERE rounds.probe = of_probe AND rounds.id <> round ->> 'id'
  LIMIT 1;
  IF clash IS NOT NULL THEN
    RAISE EXCEPTION '%', clash USING HINT = 'Give each probe a folder of its own.';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION load_verdicts(of_probe integer, OUT inserted bigint) LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO verdicts
  SELECT
    started_at, of_probe, service ->> 'id', service ->> 'state', service ->> 'roundState', service ->> 'confidence',
    service ->> 'scope', service ->> 'locus', service ->> 'reason',
    array_to_string(ARRAY(SELECT jsonb_array_elements_text(service -> 'mechanisms')), '|')
  FROM given, jsonb_array_elements(round -> 'services') AS service
  ORDER BY service ->> 'id', started_at -- as the key has it, which then takes three quarters of the room
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS inserted = ROW_COUNT;
END $$;

CREATE OR REPLACE FUNCTION load_attempts(of_probe integer, OUT inserted bigint) LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMP TABLE asked ON COMMIT DROP AS
  SELECT started_at AS round_started_at, service ->> 'id' AS service, asked.*
  FROM
    given,
    jsonb_array_elements(round -> 'services') AS service,
    jsonb_to_recordset(service -> 'targets') AS asked (id text, role text, kind text, url text, attempts jsonb);

  INSERT INTO targets (service, id, role, kind, url)
  SELECT DISTINCT service, id, role, kind, url
  FROM asked LEFT JOIN targets USING (service, id, role, kind, url)
  WHERE target IS NULL
  ON CONFLICT DO NOTHING;

  INSERT INTO attempts (
    round_started_at, started_at, probe, target, dns_ms, connect_ms, tls_ms, ttfb_ms, total_ms, last_byte_ms,
    bytes_per_second, bytes, freeze_at_bytes, n, http_status, ok, valid, reused_connection, protocol, failure,
    failed_operation, browser_error, remote_ip, remote_ip_kind
  )
  SELECT
    round_started_at, "startedAt", of_probe, target, "dnsMs", "connectMs", "tlsMs", "ttfbMs", "totalMs", "lastByteMs",
    "bytesPerSecond", bytes, "freezeAtBytes", n, "httpStatus", ok, valid, "reusedConnection", protocol, failure,
    "failedOperation", "browserError", "remoteIp", "remoteIpKind"
  FROM
    asked JOIN targets USING (service, id, role, kind, url),
    jsonb_to_recordset(attempts) AS attempt (
      n smallint, "startedAt" timestamptz, ok boolean, valid boolean, failure text, "failedOperation" text,
      "browserError" text, "httpStatus" smallint, "remoteIp" inet, "remoteIpKind" text, protocol text,
      "dnsMs" real, "connectMs" real, "tlsMs" real, "ttfbMs" real, "totalMs" real, "lastByteMs" real,
      "bytesPerSecond" float, bytes integer, "freezeAtBytes" integer, "reusedConnection" boolean
    )
  ORDER BY "startedAt"
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS inserted = ROW_COUNT;
  DROP TABLE asked;
END $$;
