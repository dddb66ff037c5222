#!/usr/bin/env bash
# Adds this gate to the record. Nothing is ever replaced there: a name that is taken is refused by the storage itself.
. "$(dirname "$0")/settings.sh"
need STORAGE_ACCOUNT RECORD_CONTAINER

[ -f "$work/recorded" ] || fail "the record was not fetched, so there is nothing to add to; run snapshot.sh first"
added=0
for file in "$records"/*.json; do
    name=$(basename "$file")
    if [ ! -f "$file" ] || grep -qxF -- "$name" "$work/recorded"; then continue; fi
    az storage blob upload --auth-mode login --account-name "$STORAGE_ACCOUNT" --container-name "$RECORD_CONTAINER" --name "$name" \
        --file "$file" --if-none-match '*' --no-progress --output none \
        || fail "$name could not be added to $RECORD_CONTAINER; if another gate took this attempt meanwhile, run the pipeline again"
    added=$((added + 1))
done
echo "$added added to the record"
