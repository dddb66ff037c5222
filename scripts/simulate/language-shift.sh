#!/bin/sh
# What the laboratory says about demonstration municipalities whose truth is known: the recovered shift of a test language, its coverage,
# which scale the gap is attributed to, and how often nothing is found where nothing is planted. 100 seeds, as the table
# scripts/simulate/language-shift.txt holds it. Usage, from the package root: scripts/simulate/language-shift.sh [FACTOR]   (25 = 100 seeds)
set -eu
echo "Printed by scripts/simulate/language-shift.sh. Columns: what is planted, figure, value, seeds, what is promised. Seeds are 1...100, fixed before"
echo "the first run. Planted: 8 T-points on cap_verbal for ar and ti, as error of measurement or as truth; SD of the norm = 10 T-points."
echo
FAIRNESS_AUDIT_SIMULATION_FACTOR="${1:-25}" \
    swift test -c release --scratch-path .build-test --filter LanguageShiftSimulationTests |
    grep -E '^LANGUAGE SHIFT|Test run with' | sed 's/ after .*//' | sort
