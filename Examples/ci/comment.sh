#!/usr/bin/env bash
# Puts the verdict into the pull request: one comment per pull request on GitHub, written anew by each gate; one thread per gate on Azure.
. "$(dirname "$0")/settings.sh"
need PULL_REQUEST

if [ ! -f "$out/gate.md" ]; then
    echo "the gate gave no verdict, so there is no comment"
    exit 0
fi
mark='<!-- fairness-audit gate -->'
# Both services refuse long comments. Whole lines only, and the artefact holds everything.
{
    echo "$mark"
    awk '{ size += length($0) + 1; if (size > 50000) { print ""; print "(…) gate.html: see the artefacts of this run."; exit } print }' "$out/gate.md"
} >"$work/comment.md"

if [ "${GITHUB_ACTIONS:-}" = true ]; then
    need GITHUB_REPOSITORY GH_TOKEN
    earlier=$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" \
        --jq ".[] | select(.body | startswith(\"$mark\")) | .id" | tail -n 1)
    if [ -n "$earlier" ]; then
        gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$earlier" --field "body=@$work/comment.md"
    else
        gh api --silent --method POST "repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments" --field "body=@$work/comment.md"
    fi
else
    need SYSTEM_COLLECTIONURI SYSTEM_TEAMPROJECTID BUILD_REPOSITORY_ID SYSTEM_ACCESSTOKEN
    python3 - "$work/comment.md" >"$work/comment.json" <<'PYTHON'
import json, sys
text = open(sys.argv[1], encoding="utf-8").read()
json.dump({"comments": [{"parentCommentId": 0, "commentType": "text", "content": text}], "status": "closed"}, sys.stdout)
PYTHON
    # The token goes through a file descriptor, so that no list of processes shows it.
    curl --fail --silent --show-error --output /dev/null --header 'Content-Type: application/json' \
        --header @<(printf 'Authorization: Bearer %s' "$SYSTEM_ACCESSTOKEN") --data-binary "@$work/comment.json" \
        "$SYSTEM_COLLECTIONURI$SYSTEM_TEAMPROJECTID/_apis/git/repositories/$BUILD_REPOSITORY_ID/pullRequests/$PULL_REQUEST/threads?api-version=7.1"
fi
echo "comment written"
