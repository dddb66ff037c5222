#!/usr/bin/env bash
# Fetches the snapshot and the record of earlier gates from the storage that only this pipeline's identity can read.
. "$(dirname "$0")/settings.sh"
need STORAGE_ACCOUNT SNAPSHOT_CONTAINER SNAPSHOT_NAME SNAPSHOT_SHA256 RECORD_CONTAINER

az storage blob download --auth-mode login --account-name "$STORAGE_ACCOUNT" --container-name "$SNAPSHOT_CONTAINER" \
    --name "$SNAPSHOT_NAME" --file "$snapshot" --no-progress --output none \
    || fail "$SNAPSHOT_NAME could not be fetched; has this pipeline's identity the role Storage Blob Data Reader on $SNAPSHOT_CONTAINER?"
# Who can write to the storage cannot exchange the people on whom the gate is held.
echo "$SNAPSHOT_SHA256  $snapshot" | sha256sum --check --status \
    || fail "$SNAPSHOT_NAME is not the snapshot that was agreed: its SHA-256 differs from SNAPSHOT_SHA256"

az storage blob download-batch --auth-mode login --account-name "$STORAGE_ACCOUNT" --source "$RECORD_CONTAINER" \
    --destination "$records" --pattern '*.json' --no-progress --output none \
    || fail "the record of gates could not be fetched from $RECORD_CONTAINER"
ls "$records" >"$work/recorded"
echo "snapshot as agreed; $(wc -l <"$work/recorded") gates on record"
