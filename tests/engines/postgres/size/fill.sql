-- A day of all probes, of the sample's rows: psql --set later=DAYS. Networks have one situation for three days; one
-- probe in twenty sees another, and checks begin at another second.
BEGIN;
SELECT create_partitions(ARRAY[:'sample_day'::date + :later]);

CREATE TEMP TABLE dice ON COMMIT DROP AS
SELECT
  probes.probe,
  sample.probe AS like_probe,
  INTERVAL '1 day' * :later + INTERVAL '1 second' * (random() * 200) AS later,
  CASE WHEN probes.probe % 2 = 0 THEN 'Firefox' ELSE 'Chromium' END AS browser
FROM (
  SELECT
    *,
    CASE
      WHEN random() < 0.05 THEN floor(random() * 4)
      ELSE abs(hashtext(network || :later / 3)) % 4
    END AS kind
  FROM probes
  WHERE place <> 'sample'
) AS probes
JOIN probes AS sample ON sample.name = format('sample-%s-0', kind);

CREATE TEMP VIEW day_end AS SELECT day_begins(:'sample_day'::date + :later + 1) AS day_end;

INSERT INTO rounds
SELECT
  dice.probe, started_at + later, finished_at + later, gen_random_uuid()::text, trigger, dice.browser,
  app_version, logic_version, catalog_version, network_state, network_confidence, resolver_path
FROM dice JOIN rounds ON rounds.probe = like_probe, day_end
WHERE started_at < day_begins(:'sample_day'::date + 1) AND started_at + later < day_end
ORDER BY 1, 2;

INSERT INTO verdicts
SELECT
  started_at + later, dice.probe, service, state, round_state, confidence, scope, locus, reason, mechanisms
FROM dice JOIN verdicts ON verdicts.probe = like_probe, day_end
WHERE started_at < day_begins(:'sample_day'::date + 1) AND started_at + later < day_end
ORDER BY 2, 3, 1;

INSERT INTO attempts
SELECT
  round_started_at + later, attempts.started_at + later, bytes_per_second, dice.probe, target, dns_ms * factor,
  connect_ms * factor, tls_ms * factor, ttfb_ms * factor, total_ms * factor, last_byte_ms, bytes, freeze_at_bytes, n,
  http_status, ok, valid, reused_connection, protocol, failure, failed_operation, browser_error, remote_ip,
  remote_ip_kind
FROM
  dice JOIN attempts ON attempts.probe = like_probe, day_end,
  -- Another number for each row, not one for all.
  LATERAL (SELECT 0.7 + random() * 0.9 + 0 * n AS factor) AS thrown
WHERE round_started_at < day_begins(:'sample_day'::date + 1) AND round_started_at + later < day_end
ORDER BY dice.probe, 1, attempts.started_at;

INSERT INTO stale_days VALUES (:'sample_day'::date + :later);
DROP VIEW day_end;
COMMIT;
