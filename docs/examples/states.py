"""How often each service was shown in each state: python3 states.py verdicts.csv"""

import csv
import sys
from collections import Counter

# No service was asked, or the check measured nothing of it.
GAPS = ("", "insufficient")

# utf-8-sig also reads files for a spreadsheet, which begin with a byte order mark.
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["service_round_state"] not in GAPS]

states = Counter((row["service"], row["service_state"]) for row in rows)
for (service, state), checks in sorted(states.items()):
    print(service, state, checks)
