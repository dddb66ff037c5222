#!/bin/sh
# Coverage and type I error of the methods for rates by exact enumeration on the full grid; prints their table.
# Usage, from the package root: scripts/simulate/coverage-rates.sh      (half a minute after the build)
set -eu
echo "Printed by scripts/simulate/coverage-rates.sh. Exact: sums over every table that can occur, no simulation. Columns: what, people"
echo "(group and reference), level or alpha, number of true rates or pairs, mean, smallest and largest coverage (type I: share rejected;"
echo "false equivalence: share called equivalent). One rate and type I: common rates .02 to .98 by .0025; two rates: 150 pairs from"
echo "U(.03, .97), seed 1, fixed before the first run; McNemar: shares of people who change from .02 to 1."
echo
FAIRNESS_AUDIT_SIMULATION_FACTOR=2 \
    swift test -c release --scratch-path .build-test --filter 'RateCoverageTests' |
    grep -E '^COVERAGE|Test run with' | sed 's/ after .*//' | sort -t '|' -k 2,2 -k 4,4 -k 3,3
