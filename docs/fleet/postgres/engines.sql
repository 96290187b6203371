-- How often Chromium and Firefox agree on one network, by service: hours in which both measured it.
SELECT
  service,
  count(*) AS hours,
  count(*) FILTER (WHERE chromium = firefox) AS alike,
  count(*) FILTER (WHERE chromium AND NOT firefox) AS chromium_alone,
  count(*) FILTER (WHERE firefox AND NOT chromium) AS firefox_alone
FROM network_hours
WHERE
  hour >= :'from'::timestamp AT TIME ZONE 'UTC'
  AND hour < :'to'::timestamp AT TIME ZONE 'UTC'
  AND chromium IS NOT NULL
  AND firefox IS NOT NULL
GROUP BY service
ORDER BY service;
