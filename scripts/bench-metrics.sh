#!/usr/bin/env bash
# Measures Metrics against what people use today, on the same data in the same run, alternately, and prints medians and ratios.
# Exits 1 when a target is missed. Every part is a function below with scripts of its own.
#
#   scripts/bench-metrics.sh [ROUNDS]     9 rounds unless told otherwise
#
# Part bootstrap: 1,000 participant-bootstrap replicates of six group rates, n = 10,000, against scripts/bench-metrics-bootstrap.py.
# Target: at least 10 times as fast, both on one thread; cost linear in n and in replicates.
# Part survival: Kaplan-Meier's curves of two groups and the log-rank test, n = 100,000, whole days and real times, against lifelines
# 0.30.3 (scripts/bench-metrics-survival.py), after a check that the figures agree. Target: at least 10 times as fast; cost linear in n.
# Fairlearn is printed when that Python has it; it is not a target.
#
# PYTHON names a python3 that has numpy and lifelines; without it a virtual environment with them is made in .build-bench/metrics-python.
# FAIRNESS_AUDIT_METRICS_BENCHMARK names a MetricsBenchmark that is built already.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-9}

python=${PYTHON:-}
if [ -z "$python" ]; then
    python=.build-bench/metrics-python/bin/python
    if [ ! -x "$python" ]; then python3 -m venv .build-bench/metrics-python; fi
    .build-bench/metrics-python/bin/pip install --quiet numpy lifelines==0.30.3 >&2
fi
ours=${FAIRNESS_AUDIT_METRICS_BENCHMARK:-}
if [ -z "$ours" ]; then
    build=(swift build --package-path Benchmarks -c release --scratch-path .build-bench --product MetricsBenchmark)
    "${build[@]}" >&2
    ours=$("${build[@]}" --show-bin-path)/MetricsBenchmark
fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

bootstrap() {
    "$python" scripts/bench-metrics-bootstrap.py make "$work/people"
    for _ in $(seq "$rounds"); do
        "$ours" bootstrap "$work/people" >>"$work/bootstrap"
        "$python" scripts/bench-metrics-bootstrap.py loop "$work/people" >>"$work/bootstrap"
    done
    "$python" scripts/bench-metrics-bootstrap.py fairlearn "$work/people" >>"$work/bootstrap" 2>/dev/null || true
    "$ours" bootstrap-growth >"$work/growth"
    "$python" scripts/bench-metrics-table.py ratio "1,000 bootstrap replicates of six rates, n = 10,000" bootstrap numpy 10 "$work/bootstrap" || missed=1
    "$python" scripts/bench-metrics-table.py growth "$work/growth"
}

survival() {
    for kind in days real; do
        "$python" scripts/bench-metrics-survival.py make "$kind" "$work/$kind"
        "$python" scripts/bench-metrics-survival.py check "$work/$kind" $("$ours" survival-check "$work/$kind")
        for _ in $(seq "$rounds"); do
            "$ours" survival "$work/$kind" >>"$work/survival-$kind"
            "$python" scripts/bench-metrics-survival.py loop "$work/$kind" >>"$work/survival-$kind"
        done
        "$python" scripts/bench-metrics-table.py ratio "two curves and a log-rank test, n = 100,000, $kind" survival lifelines 10 "$work/survival-$kind" || missed=1
    done
    "$ours" survival-growth >"$work/survival-growth"
    "$python" scripts/bench-metrics-table.py growth "$work/survival-growth"
}

missed=0
bootstrap
survival
exit $missed
