#!/usr/bin/env bash
# Removes the snapshot, whatever happened before.
. "$(dirname "$0")/settings.sh"

rm -f "$snapshot" "$snapshot"-*
[ ! -e "$snapshot" ] || fail "$snapshot could not be removed; remove it by hand"
echo "no snapshot is left on this machine"
