#!/usr/bin/env bash
# An override counts only as it was reviewed: committed, and not changed since by a step of this pipeline.
. "$(dirname "$0")/settings.sh"

git ls-files --error-unmatch -- "$overrides" >/dev/null 2>&1 || fail "$overrides is not under version control; commit it, also when it is empty"
git diff --quiet HEAD -- "$overrides" || fail "$overrides is not as it was committed; an override is given in a reviewed commit, not in a pipeline"
echo "$overrides is as committed in $(git log -1 --format=%h -- "$overrides")"
