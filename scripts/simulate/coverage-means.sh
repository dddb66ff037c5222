#!/bin/sh
# Coverage of the intervals for means, shifts, orders and standardised effects, and false equivalence at the margin, at full size
# (at least 5,000 runs each), as the table scripts/simulate/coverage-means.txt holds it.
# Usage, from the package root: scripts/simulate/coverage-means.sh [FACTOR]      (a few minutes at the default of 40)
set -eu
FAIRNESS_AUDIT_SIMULATION_FACTOR="${1:-40}" \
    swift test -c release --scratch-path .build-test --filter 'MetricsTests.(MeanCoverageTests|EffectCoverageTests)' |
    grep -E '^SIMULATED|Test run with' | sort
