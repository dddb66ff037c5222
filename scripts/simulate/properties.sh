#!/bin/sh
# Runs every property of MetricsTests and prints its table: cases, those that reach the branch the property is about, and those in which the
# planted bug was noticed. Usage, from the package root: scripts/simulate/properties.sh [FACTOR]     (1 unless told otherwise)
set -eu
echo "Printed by scripts/simulate/properties.sh. Columns: property, generated cases, cases in the branch it is about, cases that a planted bug"
echo "breaks. The properties themselves held in every case."
echo
FAIRNESS_AUDIT_SIMULATION_FACTOR="${1:-1}" swift test -c release --scratch-path .build-test --filter MetricsTests |
    awk -F' [|] ' '/^PROPERTY/ && $2 != "harness" { print; cases += $3; count += 1 }
        /Test run with/ { run = $0 }
        END { print "TOTAL | " count " properties | " cases " cases"; sub(/ after .*/, "", run); print run }' | sort
