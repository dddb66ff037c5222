#!/usr/bin/env bash
# Measures `capture` of 1,000,000 result rows (40,000 runs of 25), and reading alone against draining the same COPY undecoded and
# against ADBC's PostgreSQL driver, alternately in one run. Prints a table; exits 1 when a target is missed.
#
#   scripts/bench-capture.sh [ROUNDS]     7 rounds unless told otherwise; needs python3 with venv, for ADBC
#
# Targets, on a quiet machine with 2 cores: capture at most 300 MB and 8 s; reading at least 1.1 times ADBC, within 5 % of draining.
# FAIRNESS_AUDIT_BINARY names a fairness-audit that is built already.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${FAIRNESS_AUDIT_TEST_DATABASE:-}" ]; then exec scripts/with-postgres.sh scripts/bench-capture.sh "$@"; fi
rounds=${1:-7}
url=$FAIRNESS_AUDIT_TEST_DATABASE

audit=${FAIRNESS_AUDIT_BINARY:-}
if [ -z "$audit" ]; then
    swift build -c release --product fairness-audit >&2
    audit=$(swift build -c release --show-bin-path)/fairness-audit
fi
build=(swift build --package-path Benchmarks -c release --scratch-path .build-bench --product ReadingBenchmark)
"${build[@]}" >&2
reading=$("${build[@]}" --show-bin-path)/ReadingBenchmark
if [ ! -x .build-bench/adbc/bin/python ]; then python3 -m venv .build-bench/adbc; fi
.build-bench/adbc/bin/pip install --quiet adbc-driver-postgresql==1.13.0 pyarrow==26.0.1 >&2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$audit" check --contract >"$work/contract.sql"
psql -X -q -v ON_ERROR_STOP=1 -d "$url" -c "DROP SCHEMA IF EXISTS fairness_audit CASCADE" -f "$work/contract.sql" -f scripts/bench-capture.sql

for _ in $(seq "$rounds"); do
    "$reading" drain "$url" >>"$work/drain"
    "$reading" read "$url" >>"$work/read"
    .build-bench/adbc/bin/python scripts/bench-capture-adbc.py "$url" >>"$work/adbc"
done
for _ in 1 2 3; do
    rm -f "$work/snapshot.sqlite"
    python3 scripts/bench-capture-once.py "$audit" capture --database "$url" --from 2026-10-01 --to 2026-12-31 --out "$work/snapshot.sqlite" \
        >>"$work/capture" 2>"$work/last"
done
python3 scripts/bench-capture-table.py "$work"
