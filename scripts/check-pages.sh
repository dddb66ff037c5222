#!/usr/bin/env bash
# Holds the pages under some folders (every report.html and gate.html) to what they promise: WCAG 2.2 AA as far as axe-core can judge, the
# keyboard, headings and tables, no scrolling sideways, whole tables on paper, valid HTML, no script and no request, a strict policy, size.
# One line per page and check; exits 1 when one fails.
#
#   scripts/check-pages.sh FOLDER... [--limit BYTES] [--jobs N] [--only CHECK]
#   scripts/check-pages.sh --self-test     a page with one planted fault per check: every fault must be found, and the page without must pass
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/install.sh" pages
export PYTHONDONTWRITEBYTECODE=1
python=$here/../.build-pages/bin/python
if [ "${1:-}" = --self-test ]; then exec "$python" "$here/pages/selftest.py"; fi
exec "$python" "$here/pages/check.py" "$@"
