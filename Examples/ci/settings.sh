# shellcheck shell=bash disable=SC2034
# What every step shares: where things are, and how a step says that it cannot go on. Sourced, never run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tool=.fairness-audit/bin/fairness-audit
source_folder=.fairness-audit/source
work=.fairness-audit/work
core=${CORE_FILE:-core.json}
thresholds=${THRESHOLDS_FILE:-thresholds.json}
overrides=${OVERRIDES_FILE:-ci/overrides.json}
snapshot=$work/snapshot.sqlite
records=$work/records
out=$work/gate
# These files are about people, or lead to them: nobody else on the machine may read them.
umask 077
mkdir -p "$work" "$records"

# The step ends with 3: could not run.
fail() {
    echo "$(basename "$0"): $*" >&2
    exit 3
}

# need NAME... : variables that the pipeline must give.
need() {
    local name
    for name in "$@"; do
        [ -n "${!name:-}" ] || fail "the variable $name is not set; ci/README.md says what it is"
    done
}

# output NAME VALUE : makes a value known to later steps of the pipeline.
output() {
    if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "$1=$2" >>"$GITHUB_OUTPUT"; fi
    if [ -n "${TF_BUILD:-}" ]; then echo "##vso[task.setvariable variable=$1]$2"; fi
}
