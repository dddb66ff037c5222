#!/usr/bin/env bash
# The scale table: 10 thousand, 100 thousand and 1 million participants against 2,000 places, over shards of 5,000 people. Time and peak memory of
# every stage, with one worker and with two; whether time grows as the population does; whether the last size stays under 4 GB.
# What it printed last is kept in scripts/bench-shards.txt.
#
#   scripts/bench-shards.sh [PARTICIPANTS...]
#
# WORKERS is "1 2" unless told otherwise, and WORKERS_LAST is that of the last size: with "2" alone the slow half of a million people is left out.
# scripts/large-cohort.sh says what else can be set. A million needs 20 GB of disk.
set -euo pipefail
cd "$(dirname "$0")/.."

sizes=("$@")
if [ ${#sizes[@]} -eq 0 ]; then sizes=(10000 100000 1000000); fi
# shellcheck source=scripts/large-cohort.sh
. scripts/large-cohort.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
audit=(--core core.json --thresholds thresholds.json --cycle 2026-Q4)

# stage NAME COMMAND...: one line with seconds and megabytes; several processes count with the largest of them.
stage() {
    local name=$1
    shift
    /usr/bin/time -f '%e %M' -o "$work/time" "$@" >/dev/null 2>"$work/errors" || { cat "$work/errors" >&2; echo "$name failed" >&2; return 1; }
    read -r seconds kilobytes <"$work/time"
    printf '%9d  %-28s %9.1f s %9.3f ms/person %7d MB\n' "$people" "$name" "$seconds" \
        "$(awk -v s="$seconds" -v n="$people" 'BEGIN { print 1000 * s / n }')" "$((kilobytes / 1024))"
    printf '%s %s %s %s\n' "$people" "${name// /_}" "$seconds" "$((kilobytes / 1024))" >>"$work/table"
}

# Each worker is a process that takes the next shard. xargs runs one command a shard, at most so many at a time.
replay_all() {
    rm -f "$work"/shards/part-*
    # shellcheck disable=SC2016
    find "$work/shards" -name 'shard-*.sqlite' | sort | xargs -P "$1" -I {} sh -c '"$1" shard replay --survey "$2/survey.json" <"$3" >"$2/part-$(basename "$3" .sqlite)"' \
        replay "$tool" "$work/shards" {}
}
export -f replay_all
export work tool

for people in "${sizes[@]}"; do
    shards=$(((people + 4999) / 5000))
    large_cohort "$people" "$work/large.sqlite"
    workers=${WORKERS:-1 2}
    if [ "$people" = "${sizes[-1]}" ]; then workers=${WORKERS_LAST:-$workers}; fi
    for count in $workers; do
        stage "divide, $count threads" "$tool" shard divide --snapshot "$work/large.sqlite" "${audit[@]}" --shards "$shards" --threads "$count" \
            --out "$work/shards" --force
    done
    for count in $workers; do stage "replay, $count workers" bash -c "replay_all $count"; done
    stage "merge" "$tool" shard merge "$work"/shards/part-* --out "$work/all" --force
    for threads in $workers; do
        stage "measure and judge, $threads threads" "$tool" run --snapshot "$work/large.sqlite" "${audit[@]}" --replayed "$work/all" \
            --survey "$work/shards/survey.json" --threads "$threads" --out "$work/report" --force
    done
    rm -rf "$work/shards" "$work/all" "$work/report" "$work/large.sqlite"
done

echo
awk '
    { time[$2, $1] = $3; memory[$1] = $4 > memory[$1] ? $4 : memory[$1]; if (!seen[$1]++) sizes[++count] = $1; if (!name[$2]++) stages[++kinds] = $2 }
    END {
        for (i = 1; i <= count; i++) {
            n = sizes[i]
            one = time["divide,_1_threads", n] + time["replay,_1_workers", n] + time["merge", n] + time["measure_and_judge,_1_threads", n]
            two = time["divide,_2_threads", n] + time["replay,_2_workers", n] + time["merge", n] + time["measure_and_judge,_2_threads", n]
            printf "%d: most memory of a stage %d MB\n", n, memory[n]
            if (time["replay,_1_workers", n] == "" || time["replay,_2_workers", n] == "") continue
            printf "%d: two workers against one: replay %.2f times as fast, the whole %.2f\n", n, time["replay,_1_workers", n] / time["replay,_2_workers", n], one / two
        }
        # Linear: what a line through the two sizes before foretells. Some of the work is the same for any number of people.
        for (i = 3; i <= count; i++) for (k = 1; k <= kinds; k++) {
            first = time[stages[k], sizes[i - 2]]; second = time[stages[k], sizes[i - 1]]; third = time[stages[k], sizes[i]]
            if (first == "" || second == "" || third == "") continue
            foretold = second + (second - first) / (sizes[i - 1] - sizes[i - 2]) * (sizes[i] - sizes[i - 1])
            printf "%d, %s: %.1f s, and a line through %d and %d foretells %.1f: %.2f times\n", sizes[i], stages[k], third, sizes[i - 2], sizes[i - 1], foretold, third / foretold
        }
        for (i = 2; i <= count; i++) for (k = 1; k <= kinds; k++) {
            if (time[stages[k], sizes[i]] == "" || time[stages[k], sizes[i - 1]] == "") continue
            growth = (time[stages[k], sizes[i]] / sizes[i]) / (time[stages[k], sizes[i - 1]] / sizes[i - 1])
            printf "%d to %d, %s: %.2f times the time per person\n", sizes[i - 1], sizes[i], stages[k], growth
        }
    }' "$work/table"
