#!/usr/bin/env bash
# Measures MatchReplay's search for nearest places against what people use today, on the same data in the same run, alternately, and
# prints medians, ratios and the clone of the kernel that this machine runs. Exits 1 when a goal is missed.
#
#   scripts/bench-replay.sh [ROUNDS]     9 rounds unless told otherwise; the parts with two threads need two idle cores
#
# Part nearest: distance and top 20 of 20,000 participants against 2,048 places on 24 scales, one thread each: at least twice as fast as
# FAISS 1.15.1 IndexFlatL2 (single precision) and 3 times as fast as scikit-learn's brute-force neighbours; on normal scores, on the
# same moved by 10,000, and on five-point scores; by processor time, so that other programs count for nobody. Our lists are first held against the plain kernel in double, every one.
# Part threads: two threads at least 1.8 times one.
# Part stability: 1,000 draws of 700 participants among 300 places on two threads in under 2 s.
# Part stream: the top 25 of 10,000 places to disk for three slices of participants: linear, and below 2 GB at 1,000,000.
#
# PYTHON names a python3 that has numpy, faiss-cpu, scikit-learn and threadpoolctl; without it a virtual environment with them is made in
# .build-bench/replay-python. FAIRNESS_AUDIT_REPLAY_BENCHMARK names a ReplayBenchmark that is built already.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-9}

python=${PYTHON:-}
if [ -z "$python" ]; then
    python=.build-bench/replay-python/bin/python
    if [ ! -x "$python" ]; then python3 -m venv .build-bench/replay-python; fi
    .build-bench/replay-python/bin/pip install --quiet numpy faiss-cpu==1.15.1 scikit-learn threadpoolctl >&2
fi
ours=${FAIRNESS_AUDIT_REPLAY_BENCHMARK:-}
if [ -z "$ours" ]; then
    # The build's notes of another source tree's files would hide new ones.
    rm -f .build-bench/*.yaml
    build=(swift build --package-path Benchmarks -c release --scratch-path .build-bench --product ReplayBenchmark)
    "${build[@]}" >&2
    ours=$("${build[@]}" --show-bin-path)/ReplayBenchmark
fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
other() { "$python" scripts/bench-replay.py "$@"; }

nearest() {
    for kind in normal offset fivepoint; do
        mkdir "$work/$kind"
        other make "$kind" "$work/$kind"
        "$ours" check "$work/$kind"
        for _ in $(seq "$rounds"); do
            "$ours" nearest "$work/$kind" 1 >>"$work/$kind/times"
            other search "$work/$kind" >>"$work/$kind/times"
        done
        other ratio processor "20,000 participants, 2,048 places, 24 scales, top 20: $kind" "$work/$kind/times" \
            'faiss/ours-1>=2' 'scikit-learn/ours-1>=3' || missed=1
        other differ "$work/$kind"
    done
}

threads() {
    for _ in $(seq "$rounds"); do
        for threads in 1 2; do "$ours" nearest "$work/normal" "$threads" >>"$work/threads"; done
    done
    other ratio wall "the same on one and two threads" "$work/threads" 'ours-1/ours-2>=1.8' || missed=1
}

stability() {
    for _ in $(seq "$rounds"); do "$ours" stability 2 >>"$work/stability"; done
    other under "1,000 draws of 700 participants among 300 places, top 10, 24 scales, two threads, as replay --stability does it" "$work/stability" 2 || missed=1
}

stream() {
    for participants in 25000 50000 100000; do
        "$ours" stream "$participants" "$work/lists.csv" >>"$work/stream"
        lines=$(wc -l <"$work/lists.csv")
        if [ "$lines" -ne $((participants * 25 + 1)) ]; then echo "the file has $lines lines" >&2 && exit 1; fi
    done
    other stream "$work/stream" || missed=1
}

missed=0
echo "clone: $("$ours" clone)"
nearest
threads
stability
stream
exit $missed
