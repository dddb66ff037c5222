#!/usr/bin/env bash
# Makes the demonstration reports that are kept in the repository: for both systems the last of twelve quarters, for four kinds of readers, in
# Dutch and English. Each quarter reads what the quarters before it showed, so all twelve are run, one after the other.
#
#   scripts/report-demo.sh [FOLDER]      default: reports/demo, which is replaced
#
# FAIRNESS_AUDIT_BINARY names a built program; without it one is built. FAIRNESS_AUDIT_SYSTEMS and FAIRNESS_AUDIT_EDITIONS limit what is made.
#
#   FOLDER/SYSTEM/                audit.json, report.html, report.md: the full edition, for inside the organisation
#   FOLDER/SYSTEM/public/         the same files for everybody, by the stricter rules for small numbers
#   FOLDER/SYSTEM/council/, resident/   pages from the public audit.json
#   .../en/                       the pages of that folder in English
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-reports/demo}
read -ra systems <<<"${FAIRNESS_AUDIT_SYSTEMS:-ik-zoek hallowerk}"
read -ra editions <<<"${FAIRNESS_AUDIT_EDITIONS:-full public}"
tool=${FAIRNESS_AUDIT_BINARY:-}
if [ -z "$tool" ]; then
    scripts/install.sh demo
    swift build -c release --product fairness-audit >&2
    tool=$(swift build -c release --show-bin-path)/fairness-audit
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The quarters of one system in one edition. A published report has a tree of its own: the reports beside a report are its memory, and what it
# may show depends on what the earlier ones with the same readers showed.
quarters() {
    local system=$1 edition=$2 quarter tree=$work/$1/$2
    mkdir -p "$tree"
    for quarter in {2024..2026}-Q{1..4}; do
        "$tool" run --demo --system "$system" --edition "$edition" --cycle "$quarter" --out "$tree/$quarter" >"$work/said" || {
            echo "report-demo.sh: $system $quarter ($edition) failed" >&2
            cat "$work/said" >&2
            return 1
        }
    done
}

# Pages for one kind of readers, in both languages, from an audit.json.
pages() {
    local source=$1 edition=$2 target=$3
    mkdir -p "$target"
    "$tool" report --from "$source" --edition "$edition" --language nl --out "$target" --force >/dev/null
    "$tool" report --from "$source" --edition "$edition" --language en --out "$target/en" --force >/dev/null
}

for system in "${systems[@]}"; do
    for edition in "${editions[@]}"; do
        quarters "$system" "$edition"
        last=$work/$system/$edition/2026-Q4
        if [ "$edition" = full ]; then target=$work/kept/$system; else target=$work/kept/$system/$edition; fi
        mkdir -p "$target"
        cp -R "$last/." "$target"
        pages "$last/audit.json" "$edition" "$target"
        if [ "$edition" = public ]; then
            for readers in council resident; do pages "$last/audit.json" "$readers" "$work/kept/$system/$readers"; done
        fi
    done
done
rm -rf "$folder"
mkdir -p "$(dirname "$folder")"
mv "$work/kept" "$folder"
chmod -R u=rwX,go=rX "$folder"
du -ch "$folder"/*/ | tail -1
