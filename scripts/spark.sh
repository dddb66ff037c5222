#!/usr/bin/env bash
# Holds the audit over Apache Spark against the audit in one process: 50,000 participants, real local-cluster mode (executors in Java processes of
# their own), once in peace and once with an executor killed while it replays a shard. Ends well only if audit.json is the same bytes each time.
# What it printed last is kept in scripts/spark.txt.
#
#   scripts/spark.sh [PARTICIPANTS [SHARDS]]
#
# FAIRNESS_AUDIT names a fairness-audit, and FAIRNESS_AUDIT_LARGE_COHORT a LargeCohort, that are built already (release).
set -euo pipefail
cd "$(dirname "$0")/.."

people=${1:-50000} shards=${2:-12}
scripts/install.sh spark
spark=$PWD/.build-spark
# shellcheck source=scripts/large-cohort.sh
. scripts/large-cohort.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
audit=(--core core.json --thresholds thresholds.json --cycle 2026-Q4)

large_cohort "$people" "$work/large.sqlite"
"$tool" run --snapshot "$work/large.sqlite" "${audit[@]}" --threads 2 --out "$work/whole" >/dev/null
"$tool" shard divide --snapshot "$work/large.sqlite" "${audit[@]}" --shards "$shards" --out "$work/shards" >/dev/null

export SPARK_HOME PYSPARK_PYTHON=$spark/bin/python PYSPARK_DRIVER_PYTHON=$spark/bin/python SPARK_LOCAL_IP=127.0.0.1
SPARK_HOME=$("$spark/bin/python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
printf '%s participants in %s shards; Spark %s on %s\n' "$people" "$shards" "$("$spark/bin/python" -c 'import pyspark; print(pyspark.__version__)')" \
    "$(java -version 2>&1 | head -n 1)"

# Two workers with one core each.
submit() {
    "$SPARK_HOME/bin/spark-submit" --master 'local-cluster[2,1,1024]' --conf spark.ui.enabled=false --conf spark.executor.memory=1g --driver-memory 2g \
        deploy/spark/replay_shards.py --shards "$work/shards" --tool "$tool" --out "$1" >"$1.log" 2>&1
}

# The executor whose task is replaying a shard: the tool is started by Spark's Python, which an executor started.
executor_at_work() {
    local pid
    pid=$(pgrep -f -n 'shard replay --survey' || true)
    while [ -n "$pid" ] && [ "$pid" -gt 1 ]; do
        if tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q CoarseGrainedExecutorBackend; then echo "$pid"; return; fi
        pid=$(awk '{ print $4 }' "/proc/$pid/stat" 2>/dev/null || true)
    done
}

compare() {
    "$tool" run --snapshot "$work/large.sqlite" "${audit[@]}" --threads 2 --replayed "$1" --survey "$work/shards/survey.json" --out "$1.report" >/dev/null
    if ! cmp "$work/whole/audit.json" "$1.report/audit.json"; then echo "$2: MISSED"; exit 1; fi
    printf '%s: audit.json is the same %s bytes as in one process\n' "$2" "$(stat -c %s "$1.report/audit.json")"
}

submit "$work/peace" || { tail -n 30 "$work/peace.log" >&2; exit 1; }
compare "$work/peace" "two workers"

submit "$work/killed" &
job=$!
killed=
while kill -0 "$job" 2>/dev/null; do
    killed=$(executor_at_work)
    if [ -n "$killed" ] && kill -9 "$killed"; then break; fi
    sleep 0.05
done
wait "$job" || { tail -n 30 "$work/killed.log" >&2; exit 1; }
lost=$(grep -c 'Lost task' "$work/killed.log" || true)
[ -n "$killed" ] && [ "$lost" -gt 0 ] || { echo "no executor was killed while it replayed: MISSED"; exit 1; }
printf 'executor killed (signal 9) while it replayed a shard: %s tasks lost and run again\n' "$lost"
compare "$work/killed" "one executor killed"
echo met
