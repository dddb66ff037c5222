#!/usr/bin/env bash
# Are the demonstration reports in the repository what the program writes today?
#
#   scripts/check-demo.sh [FOLDER]      default: reports/demo
#
# Every page is written again from the audit.json beside it and compared byte by byte. Then the twelve quarters of Ik zoek are run again in the
# full edition, and the last audit.json is compared: a quarter alone would not do, since it judges with what the eleven before it spent and showed.
# FAIRNESS_AUDIT_BINARY names a built program; without it one is built.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-reports/demo}
tool=${FAIRNESS_AUDIT_BINARY:-}
if [ -z "$tool" ]; then
    swift build -c release --product fairness-audit >&2
    tool=$(swift build -c release --show-bin-path)/fairness-audit
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
stale=0

compare() {
    if ! cmp --silent "$1" "$2"; then
        echo "check-demo.sh: $2 is not what the program writes; run scripts/report-demo.sh" >&2
        diff <(head -c 2000000 "$1") <(head -c 2000000 "$2") 2>/dev/null | cut -c1-300 | head -6 >&2 || true
        stale=1
    fi
}

count=0
for system in ik-zoek hallowerk; do
    for edition in full public council resident; do
        kept=$folder/$system/$edition source=$folder/$system/public/audit.json
        if [ "$edition" = full ]; then kept=$folder/$system source=$folder/$system/audit.json; fi
        for language in nl en; do
            page=$kept
            if [ "$language" = en ]; then page=$kept/en; fi
            "$tool" report --from "$source" --edition "$edition" --language "$language" --out "$work/page" --force >/dev/null
            for made in "$work"/page/*; do
                compare "$made" "$page/$(basename "$made")"
                count=$((count + 1))
            done
        done
    done
done

FAIRNESS_AUDIT_BINARY=$tool FAIRNESS_AUDIT_SYSTEMS=ik-zoek FAIRNESS_AUDIT_EDITIONS=full scripts/report-demo.sh "$work/again" >/dev/null
compare "$work/again/ik-zoek/audit.json" "$folder/ik-zoek/audit.json"
[ "$stale" = 0 ] || exit 1
echo "check-demo.sh: $count pages and the numbers of Ik zoek are what the program writes"
