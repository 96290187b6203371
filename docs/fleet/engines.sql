-- How often Chromium and Firefox agree on one network, by service: hours in which both measured it.
SELECT
  service,
  count(*) AS hours,
  count(*) FILTER (WHERE chromium = firefox) AS alike,
  count(*) FILTER (WHERE chromium AND NOT firefox) AS chromium_alone,
  count(*) FILTER (WHERE firefox AND NOT chromium) AS firefox_alone
FROM (
  SELECT
    network,
    service,
    hour,
    avg(is_blocked::INT) FILTER (WHERE browser = 'Chromium') > 0.5 AS chromium,
    avg(is_blocked::INT) FILTER (WHERE browser = 'Firefox') > 0.5 AS firefox
  FROM verdicts
  GROUP BY network, service, hour
)
WHERE chromium IS NOT NULL AND firefox IS NOT NULL
GROUP BY service
ORDER BY service;
