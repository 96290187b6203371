-- What all attempts of a day met, by place and service: what failed, how often, and how long it took in the middle.
SELECT day, place, service, failure, failed_operation, attempts, probes, median_ms
FROM failure_days
WHERE day >= :'from'::date AND day < :'to'::date
ORDER BY day, place, service, attempts DESC, failure, failed_operation;
