"""Reads the tables of a bundle with the types of its codebook: python3 bundle.py dozvon-2026-03-01.zip"""

import csv
import io
import json
import sys
import zipfile
from datetime import datetime

READ = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": lambda text: text == "true",
    "datetime": datetime.fromisoformat,
}


def rows_of(bundle, resource):
    """Each row by column; None where a cell is empty."""
    types = {field["name"]: READ[field["type"]] for field in resource["schema"]["fields"]}
    with bundle.open(resource["path"]) as file:
        for row in csv.DictReader(io.TextIOWrapper(file, "utf-8", newline="")):
            yield {name: types[name](text) if text else None for name, text in row.items()}


with zipfile.ZipFile(sys.argv[1]) as bundle:
    package = json.loads(bundle.read("datapackage.json"))
    for resource in package["resources"]:
        if "schema" in resource:
            print(resource["name"], sum(1 for _ in rows_of(bundle, resource)))
