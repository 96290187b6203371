-- How often each service was shown in each state. Rows without a service are checks that asked none.
SELECT service, service_state, count(*) AS checks
FROM read_csv('verdicts.csv')
WHERE service IS NOT NULL
GROUP BY service, service_state
ORDER BY service, service_state;
