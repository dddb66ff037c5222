#!/bin/sh
# How often a harm at the margin is cleared, and no harm blocked, by the limits of paired changes, at full size (6,000 runs a line at the default), as the
# table scripts/simulate/paired-changes.txt holds it.
# Usage, from the package root: scripts/simulate/paired-changes.sh [FACTOR]      (a few minutes at the default of 100)
set -eu
FAIRNESS_AUDIT_SIMULATION_FACTOR="${1:-100}" \
    swift test -c release --scratch-path .build-test --filter 'MetricsTests.PairedChangeCoverageTests' |
    grep -E '^SIMULATED|Test run with' | sort
