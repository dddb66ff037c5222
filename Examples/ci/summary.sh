#!/usr/bin/env bash
# Puts the verdict on the page of the run.
. "$(dirname "$0")/settings.sh"

if [ ! -f "$out/gate.md" ]; then
    echo "the gate gave no verdict, so there is no summary"
    exit 0
fi
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$out/gate.md" >>"$GITHUB_STEP_SUMMARY"; fi
if [ -n "${TF_BUILD:-}" ]; then echo "##vso[task.uploadsummary]$PWD/$out/gate.md"; fi
echo "summary written"
