#!/usr/bin/env bash
# Gets the source of fairness-audit at a pinned tag, and names what was got: the key of the cache.
# A tag can be moved, so the commit that was reviewed is pinned beside it.
. "$(dirname "$0")/settings.sh"
need FAIRNESS_AUDIT_URL FAIRNESS_AUDIT_TAG FAIRNESS_AUDIT_COMMIT

rm -rf "$source_folder"
git -c advice.detachedHead=false clone --quiet --depth 1 --branch "$FAIRNESS_AUDIT_TAG" "$FAIRNESS_AUDIT_URL" "$source_folder" \
    || fail "tag $FAIRNESS_AUDIT_TAG could not be fetched from $FAIRNESS_AUDIT_URL"
commit=$(git -C "$source_folder" rev-parse HEAD)
[ "$commit" = "$FAIRNESS_AUDIT_COMMIT" ] \
    || fail "tag $FAIRNESS_AUDIT_TAG is commit $commit, not the reviewed $FAIRNESS_AUDIT_COMMIT: look at what changed before you pin it"

# Git's own digests of what the program is built from.
digest=$(git -C "$source_folder" rev-parse HEAD:Package.swift HEAD:Sources | sha256sum | cut -c 1-16)
output toolKey "fairness-audit-$FAIRNESS_AUDIT_TAG-$(uname -s)-$(uname -m)-$(. /etc/os-release && echo "$ID$VERSION_ID")-$digest"
echo "fairness-audit $FAIRNESS_AUDIT_TAG ($commit), sources $digest"
