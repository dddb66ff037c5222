#!/bin/sh
# Coverage and error rates of the outcome statistics (restricted means, Kaplan-Meier, log-rank, Gray, retention): prints
# their table.
# Usage, from the package root: scripts/simulate/coverage-outcomes.sh [FACTOR]      (about four minutes at the default of 100)
set -eu
FAIRNESS_AUDIT_SIMULATION_FACTOR="${1:-100}" \
    swift test -c release --scratch-path .build-test --filter SurvivalCoverageTests |
    grep -E '^SIMULATED|Test run with' | sort
