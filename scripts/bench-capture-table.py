"""The table of scripts/bench-capture.sh from its measurements, and whether the targets are met (exit 1 if not)."""

import pathlib
import statistics
import sys

folder = pathlib.Path(sys.argv[1])
TITLES = {
    "drain": "draining the COPY undecoded",
    "read": "reading, every field decoded and kept",
    "adbc": "ADBC into Arrow columns",
    "capture": "capture into a snapshot",
}
runs = {name: [[float(x) for x in line.split()] for line in (folder / name).read_text().splitlines()] for name in TITLES}
seconds = {name: statistics.median(row[0] for row in rows) for name, rows in runs.items()}

print(f"{'1,000,000 rows':<40}{'median s':>10}{'best s':>10}{'Mrows/s':>10}")
for name, title in TITLES.items():
    best = min(row[0] for row in runs[name])
    print(f"{title:<40}{seconds[name]:>10.3f}{best:>10.3f}{1 / seconds[name]:>10.2f}")

targets = [
    ("speed of reading / speed of ADBC", seconds["adbc"] / seconds["read"], ">=", 1.1),
    ("time of reading / time of draining", seconds["read"] / seconds["drain"], "<=", 1.05),
    ("capture, seconds", seconds["capture"], "<=", 8.0),
    ("capture, peak MB", max(row[1] for row in runs["capture"]), "<=", 300.0),
]
print()
missed = 0
for title, value, sign, limit in targets:
    met = value >= limit if sign == ">=" else value <= limit
    missed += not met
    print(f"{title:<40}{value:>10.2f}   {sign} {limit:<6} {'met' if met else 'MISSED'}")
sys.exit(1 if missed else 0)
