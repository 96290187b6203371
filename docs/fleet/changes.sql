-- When a service changed at a probe, from what, by which mechanism, and how sure that was.
SELECT
  network,
  probe,
  service,
  started_at,
  lag(state) OVER (PARTITION BY probe, service ORDER BY started_at) AS before,
  state,
  mechanisms,
  confidence
FROM verdicts
QUALIFY before <> state
ORDER BY service, started_at, probe;
