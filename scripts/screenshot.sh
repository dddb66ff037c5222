#!/bin/sh
# Pictures of a report: wide and 320 px windows, and the pages as printed.
# Usage: scripts/screenshot.sh reports/demo/ik-zoek/report.html FOLDER [HEIGHT]
set -eu
report=$(realpath "$1"); folder=$2; height=${3:-12000}
mkdir -p "$folder"
browser() {
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files "$@" 2>/dev/null
}
browser --window-size="1280,$height" --screenshot="$folder/wide.png" "file://$report"
# A window cannot be as narrow as 320 px; a frame can.
frame=$(mktemp --suffix=.html)
trap 'rm -f "$frame"' EXIT
printf '<body style="margin:0"><iframe src="file://%s" style="width:320px;height:%spx;border:0"></iframe>' "$report" "$height" >"$frame"
browser --window-size="520,$height" --screenshot="$folder/narrow.png" "file://$frame"
browser --no-pdf-header-footer --print-to-pdf="$folder/report.pdf" "file://$report"
pdftoppm -r 70 -png "$folder/report.pdf" "$folder/page"
