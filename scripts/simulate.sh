#!/usr/bin/env bash
# The simulations behind the verdicts, at full size: 100 seeds with everything planted, 400 with group labels permuted.
# Prints Markdown tables; docs/simulations.md holds those of the last run. Takes about a quarter of an hour.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install.sh demo
export FAIRNESS_AUDIT_PLANTED_SEEDS=${FAIRNESS_AUDIT_PLANTED_SEEDS:-100} FAIRNESS_AUDIT_NULL_SEEDS=${FAIRNESS_AUDIT_NULL_SEEDS:-400}
swift test -c release --scratch-path .build-test \
    --filter 'PlantedDifferencesTests|NullSimulationTests' 2>&1 | grep -E '^\||✘|Test run'
