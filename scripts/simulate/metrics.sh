#!/bin/sh
# Runs the simulations of MetricsTests longer than the suite does (20,000 to 30,000 runs each) and prints their table.
# Usage, from the package root: scripts/simulate/metrics.sh [FACTOR]      (about half a minute at the default of 10)
set -eu
FAIRNESS_AUDIT_SIMULATION_FACTOR="${1:-10}" \
    swift test -c release --scratch-path .build-test --filter MetricsTests --skip CoverageTests |
    grep -E '^(SIMULATED|ENUMERATED)|Test run with' | sort
