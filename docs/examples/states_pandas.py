"""How often each service was shown in each state: python3 states_pandas.py verdicts.csv"""

import sys

import pandas

verdicts = pandas.read_csv(sys.argv[1], parse_dates=["round_started_at"])
measured = verdicts[verdicts["service_round_state"].notna()]
measured = measured[measured["service_round_state"] != "insufficient"]
counts = measured.groupby(["service", "service_state"]).size()
for (service, state), checks in counts.items():
    print(service, state, checks)
