#!/usr/bin/env bash
# Measures whole gates with the built program: reading the snapshot, the lists of both cores, promises, judgement, 2,000 controls and all files.
# Small: the demonstration (713 people, 300 places, five attributes), median of the rounds, under 2 seconds on two threads.
# Large: the same people 140 times over with scores of their own, once, under 2 minutes and 2 GB.
#
#   scripts/bench-gate.sh [ROUNDS]     5 rounds unless told otherwise
#
# FAIRNESS_AUDIT names a fairness-audit, and FAIRNESS_AUDIT_LARGE_COHORT a LargeCohort, that are built already (release).
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}

# shellcheck source=scripts/large-cohort.sh
. scripts/large-cohort.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -e 's/"version": 1/"version": 2/' -e 's/"distance": "euclidean"/"distance": "manhattan"/' -e 's/"2.3"/"2.4"/' core.json > "$work/candidate.json"

# One gate: seconds and the largest resident set in kilobytes. Exit codes 0 to 2 are verdicts; anything else is a failure of the measurement.
gate() {
    local status=0
    /usr/bin/time -f '%e %M' -o "$work/time" "$tool" gate --snapshot "$1" --baseline core.json --candidate "$work/candidate.json" \
        --out "$work/out" --force --threads 2 > "$work/terminal" 2> "$work/errors" || status=$?
    if [ "$status" -gt 2 ]; then cat "$work/errors" >&2; exit "$status"; fi
    tail -1 "$work/time"
}

"$tool" demo --year 2026 --snapshot "$work/small.sqlite" > /dev/null
gate "$work/small.sqlite" > /dev/null # warms the file cache
for _ in $(seq "$rounds"); do gate "$work/small.sqlite"; done | sort -n > "$work/small"
small=$(awk '{ t[NR] = $1 } END { print NR % 2 ? t[(NR + 1) / 2] : (t[NR / 2] + t[NR / 2 + 1]) / 2 }' "$work/small")
flips=$(grep -o '"flips" : [0-9]*' "$work/out/gate.json" | grep -o '[0-9]*$')
printf 'small: %s s, median of %d (%s to %s), %s controls; wanted 2 s\n' "$small" "$rounds" "$(head -1 "$work/small" | cut -d' ' -f1)" \
    "$(tail -1 "$work/small" | cut -d' ' -f1)" "$flips"

"$grower" "$work/small.sqlite" core.json 100000 "$work/large.sqlite"
read -r seconds kilobytes < <(gate "$work/large.sqlite")
printf 'large: %s s, %d MB; wanted 120 s, 2048 MB\n' "$seconds" "$((kilobytes / 1024))"
awk -v small="$small" -v seconds="$seconds" -v kilobytes="$kilobytes" \
    'BEGIN { met = small < 2 && seconds < 120 && kilobytes < 2048 * 1024; print met ? "met" : "MISSED"; exit !met }'
