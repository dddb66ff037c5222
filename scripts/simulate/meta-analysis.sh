#!/bin/sh
# How often the interval of Hartung and Knapp misses the mean of the true effects of 5, 8 and 15 studies, at full size (20,000 runs a line at the
# default), as the table scripts/simulate/meta-analysis.txt holds it.
# Usage, from the package root: scripts/simulate/meta-analysis.sh [FACTOR]      (half a minute at the default of 100)
set -eu
FAIRNESS_AUDIT_SIMULATION_FACTOR="${1:-100}" \
    swift test -c release --scratch-path .build-test --filter 'MetricsTests.RandomEffectsCoverageTests' |
    grep -E '^SIMULATED|Test run with' | sort
