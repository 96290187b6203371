-- How often each service was shown in each state. Checks that measured nothing of a service are gaps.
SELECT service, service_state, count(*) AS checks
FROM read_csv('verdicts.csv')
WHERE service_round_state <> 'insufficient'
GROUP BY service, service_state
ORDER BY service, service_state;
