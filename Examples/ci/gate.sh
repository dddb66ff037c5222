#!/usr/bin/env bash
# Holds the gate. Whatever it says, the step succeeds, so that the verdict is published first; verdict.sh passes it on at the end.
. "$(dirname "$0")/settings.sh"
need RELEASE

rm -f "$work/status"
service=()
if [ "${GITHUB_ACTIONS:-}" = true ]; then service=(--annotations github); fi
if [ -n "${TF_BUILD:-}" ]; then service=(--annotations azure); fi

status=0
"$tool" gate --snapshot "$snapshot" --baseline "$work/baseline.json" --candidate "$core" --thresholds "$thresholds" \
    --override "$overrides" --record "$records" --release "$RELEASE" --out "$out" --force --language "${GATE_LANGUAGE:-nl}" \
    ${service[@]+"${service[@]}"} || status=$?
echo "$status" >"$work/status"
# Without a verdict there is nothing to publish.
if [ -f "$out/gate.json" ]; then output gateWritten true; else output gateWritten false; fi
echo "the gate ended with $status"
