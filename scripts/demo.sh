#!/usr/bin/env bash
# Builds the tool and writes a report about the demonstration municipality: no database, no other input.
#   scripts/demo.sh [FOLDER]      default: reports/demo-today
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install.sh demo
swift build -c release
out=${1:-reports/demo-today}
.build/release/fairness-audit run --demo --cycle 2026-Q4 --out "$out" --force
echo "Open $out/report.html in a browser."
