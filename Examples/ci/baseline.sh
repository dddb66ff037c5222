#!/usr/bin/env bash
# The baseline is the core on the branch that the change is for: what residents get today.
. "$(dirname "$0")/settings.sh"
need TARGET_BRANCH

target=${TARGET_BRANCH#refs/heads/}
git show "origin/$target:$core" >"$work/baseline.json" 2>/dev/null \
    || fail "there is no $core on branch $target: the first core has nothing to be held against; merge it with a person's approval instead of a gate"
[ -f "$core" ] || fail "there is no $core in this change"
if cmp -s "$work/baseline.json" "$core"; then echo "the core is the same as on $target"; else echo "the core differs from $target"; fi
