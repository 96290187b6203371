-- Which share of the probes of a place saw a service blocked, by day (UTC): the last check of each probe and day counts.
SELECT place, service, day, probes, blocked, round(blocked::numeric / probes, 3)::float AS share
FROM place_days
WHERE day >= :'from' AND day < :'to'
ORDER BY place, service, day;
