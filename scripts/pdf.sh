#!/usr/bin/env bash
# Prints a report as a PDF: tagged for screen readers, with an outline, page numbers and a running head.
#
#   scripts/pdf.sh IN.html OUT.pdf        or: make pdf IN=reports/demo/ik-zoek/report.html OUT=report.pdf
set -euo pipefail
if [ $# -ne 2 ]; then echo "usage: scripts/pdf.sh IN.html OUT.pdf" >&2; exit 64; fi
here=$(cd "$(dirname "$0")" && pwd)
"$here/install.sh" pages
export PYTHONDONTWRITEBYTECODE=1
exec "$here/../.build-pages/bin/python" "$here/pages/pdf.py" "$1" "$2"
