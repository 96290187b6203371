#!/bin/sh
# Loads all files of probes/PROBE/*.jsonl below the current folder: load.sh [options of psql]. Loading a file again adds
# nothing. Ends with status 1 at the first file that cannot be loaded, of which then nothing is.
set -eu
for file in probes/*/*.jsonl; do
  probe=$(basename "$(dirname "$file")")
  echo "$file"
  # As CSV with two characters that JSON never has, so that each line arrives as it is.
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --set probe="$probe" "$@" --file /dev/fd/3 3<<'SQL' < "$file"
BEGIN;
CREATE TEMP TABLE lines (line text) ON COMMIT DROP;
\copy lines FROM pstdin WITH (FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02')
SELECT * FROM load_lines(:'probe');
COMMIT;
SQL
done
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 "$@" --command 'SELECT days AS days_summed_up FROM summarise()'
