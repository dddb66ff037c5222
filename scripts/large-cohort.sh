# Read by the scripts that measure a large population: sets `tool`, and defines large_cohort.
#
# FAIRNESS_AUDIT names a fairness-audit, and FAIRNESS_AUDIT_LARGE_COHORT a LargeCohort, that are built already (release).
# LARGE_COHORTS names a folder in which grown snapshots are kept, PARTICIPANTS.sqlite each: a million takes a quarter of an hour to grow.
# shellcheck shell=bash

tool=${FAIRNESS_AUDIT:-}
if [ -z "$tool" ]; then
    swift build -c release --product fairness-audit >&2
    tool=$(swift build -c release --show-bin-path)/fairness-audit
fi
grower=${FAIRNESS_AUDIT_LARGE_COHORT:-}
if [ -z "$grower" ]; then
    build=(swift build --package-path Benchmarks -c release --scratch-path .build-bench --product LargeCohort)
    "${build[@]}" >&2
    grower=$("${build[@]}" --show-bin-path)/LargeCohort
fi

# A snapshot of so many people and 2,000 places, grown from the demonstration's year 2026.
#   large_cohort PARTICIPANTS FILE
large_cohort() {
    local small
    if [ -f "${LARGE_COHORTS:-}/$1.sqlite" ]; then
        ln -sf "$LARGE_COHORTS/$1.sqlite" "$2"
        return
    fi
    small=$(mktemp -u --suffix .sqlite)
    "$tool" demo --year 2026 --snapshot "$small" >/dev/null
    "$grower" "$small" core.json "$1" "$2" 2000 >/dev/null
    rm "$small"
    if [ -n "${LARGE_COHORTS:-}" ]; then
        mv "$2" "$LARGE_COHORTS/$1.sqlite"
        ln -sf "$LARGE_COHORTS/$1.sqlite" "$2"
    fi
}
