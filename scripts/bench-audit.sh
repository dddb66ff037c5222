#!/usr/bin/env bash
# Measures one whole audit of a large cohort with the built program: 100,000 participants, 2,000 places, twelve months, every indicator and 2,000
# replicates; under 5 minutes and 3 GB on two threads. Prints the time of every part.
#
#   scripts/bench-audit.sh
#
# FAIRNESS_AUDIT names a fairness-audit, and FAIRNESS_AUDIT_LARGE_COHORT a LargeCohort, that are built already (release).
set -euo pipefail
cd "$(dirname "$0")/.."

# shellcheck source=scripts/large-cohort.sh
. scripts/large-cohort.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

large_cohort 100000 "$work/large.sqlite"
/usr/bin/time -f '%e %M' -o "$work/time" "$tool" run --snapshot "$work/large.sqlite" --core core.json --thresholds thresholds.json \
    --cycle 2026-Q4 --out "$work/out" --threads 2 --timings > "$work/terminal"
grep -E ' s$' "$work/terminal"
read -r seconds kilobytes < "$work/time"
printf 'whole audit, reading and writing included: %s s, %d MB; wanted 300 s, 3072 MB\n' "$seconds" "$((kilobytes / 1024))"
awk -v seconds="$seconds" -v kilobytes="$kilobytes" \
    'BEGIN { met = seconds < 300 && kilobytes < 3072 * 1024; print met ? "met" : "MISSED"; exit !met }'
