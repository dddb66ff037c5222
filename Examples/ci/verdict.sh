#!/usr/bin/env bash
# Ends the pipeline as the gate ended, each way in its own words. Without a gate it is 3: could not run.
. "$(dirname "$0")/settings.sh"

[ -f "$work/status" ] || fail "the gate was not held; the step that failed says why"
status=$(cat "$work/status")
case "$status" in
    0) echo "0: nothing blocks" ;;
    1) echo "1: blocked: harm was shown, or a promise was broken. Change the core, or have named people decide about exactly these findings in $overrides." >&2 ;;
    2) echo "2: blocked by policy: harm could not be excluded. A snapshot with more people can settle it; so can a decision in thresholds.json." >&2 ;;
    3) echo "3: could not run: snapshot, thresholds or core is at fault. This says nothing about the change." >&2 ;;
    4) echo "4: stopped to protect people: nothing was written." >&2 ;;
    *) echo "$status: the program did not end as it should; this says nothing about the change." >&2 ;;
esac
exit "$status"
