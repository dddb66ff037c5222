#!/usr/bin/env bash
# Takes the pictures of the documentation again: docs/report.png and docs/page-one, from reports/demo.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/install.sh" pages
export PYTHONDONTWRITEBYTECODE=1
exec "$here/../.build-pages/bin/python" "$here/pages/pictures.py"
