#!/bin/sh
# False alarms and power of the gate on changes of real people, as the table scripts/simulate/gate.txt holds it: 1,000 gates a line, seeds 1 to
# 1,000, intervals exact at 99 %. Needs the folder FAIRNESS_AUDIT_SHARED names (scenario_bfi_onet).
# Usage, from the package root: scripts/simulate/gate.sh [FACTOR]      (eight gates times the factor; 125 unless told otherwise)
set -eu
FAIRNESS_AUDIT_SIMULATION_FACTOR="${1:-125}" \
    swift test -c release --scratch-path .build-test --filter 'GateTests.GateSimulationTests' |
    grep -E '^GATE|Test run with' | sort
