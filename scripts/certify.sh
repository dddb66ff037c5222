#!/usr/bin/env bash
# Certifies the audit on the demonstration: printed power, false alarms, twelve quarters. Writes docs/certification/ and draws the curves.
#
#   scripts/certify.sh [OPTIONS OF certify]     such as --only early_endings --seeds 20
#
# FAIRNESS_AUDIT_CERTIFY names a certify that is built already (release).
set -euo pipefail
cd "$(dirname "$0")/.."
tool=${FAIRNESS_AUDIT_CERTIFY:-}
if [ -z "$tool" ]; then
    scripts/install.sh demo
    swift build -c release --product certify >&2
    tool=$(swift build -c release --show-bin-path)/certify
fi
status=0
"$tool" "$@" || status=$?
python3 scripts/certification-curves.py docs/certification/power.csv docs/certification/power.svg
exit "$status"
