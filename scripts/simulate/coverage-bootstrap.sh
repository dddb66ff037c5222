#!/bin/sh
# Coverage of bootstrap intervals (percentile, basic, BCa, studentised) over 3,000 runs per setting, as a table.
# Usage, from the package root: scripts/simulate/coverage-bootstrap.sh [FACTOR]      (about a minute at the default of 10)
set -eu
FAIRNESS_AUDIT_SIMULATION_FACTOR="${1:-10}" \
    swift test -c release --scratch-path .build-test --filter BootstrapCoverageTests |
    grep -E '^SIMULATED|Test run with' | sort
