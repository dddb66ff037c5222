#!/usr/bin/env bash
# Measures the replay protocol: participants a second through a core program that does not compute (scripts/bench-program-core.c),
# in batches of the default size, top 10, five scales, 879 places. Prints the median of the rounds; exits 1 below 50,000 a second.
#
#   scripts/bench-program.sh [ROUNDS]     9 rounds of 200,000 participants unless told otherwise
#
# FAIRNESS_AUDIT_PROGRAM_BENCHMARK names a ProgramBenchmark that is built already; CC a C compiler.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-9}
target=50000

ours=${FAIRNESS_AUDIT_PROGRAM_BENCHMARK:-}
if [ -z "$ours" ]; then
    build=(swift build --package-path Benchmarks -c release --scratch-path .build-bench --product ProgramBenchmark)
    "${build[@]}" >&2
    ours=$("${build[@]}" --show-bin-path)/ProgramBenchmark
fi
compiler=${CC:-$(command -v clang || command -v gcc)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$compiler" -O2 -Wall -Wextra -o "$work/core" scripts/bench-program-core.c

"$ours" "$work/core" 200000 "$rounds" | tee "$work/rounds" >&2
awk '{ print $3 / $2 }' "$work/rounds" | sort -n | awk -v target="$target" '
    { rate[NR] = $1 }
    END {
        median = NR % 2 ? rate[(NR + 1) / 2] : (rate[NR / 2] + rate[NR / 2 + 1]) / 2
        printf "%d participants a second (median of %d, %d to %d); target %d: %s\n", median, NR, rate[1], rate[NR], target, (median >= target) ? "met" : "MISSED"
        exit !(median >= target)
    }'
