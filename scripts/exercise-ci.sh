#!/usr/bin/env bash
# Exercises Examples/ci as far as that can be done without Azure DevOps and GitHub.
#
#   scripts/exercise-ci.sh lint    both pipeline files against their published schemas and linters, and every shell file
#   scripts/exercise-ci.sh         that, and the steps of both files in their order, in a clean clone: a harmless change (0), a harmful
#                                  one (1), the same with an override (0), and an exchanged snapshot (3)
#
# FAIRNESS_AUDIT_BINARY names a built program; without it the clone builds one.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install.sh lint
tools=$PWD/.build-lint/bin

echo "yamllint";             "$tools/yamllint" --strict -d '{extends: default, rules: {line-length: {max: 150}, braces: {max-spaces-inside: 1}}}' Examples/ci
echo "GitHub's schema";      "$tools/check-jsonschema" --quiet --builtin-schema vendor.github-workflows Examples/ci/github/workflows/gate.yml
echo "Azure's schema";       "$tools/check-jsonschema" --quiet --regex-variant nonunicode --data-transform azure-pipelines --builtin-schema vendor.azure-pipelines Examples/ci/azure-pipelines.yml
echo "zizmor";               "$tools/zizmor" --offline --quiet --no-progress --persona pedantic Examples/ci/github/workflows/gate.yml
echo "overrides.json";       "$tools/check-jsonschema" --quiet --schemafile schemas/overrides.schema.json Examples/ci/overrides.json
echo "shellcheck";           "$tools/shellcheck" --external-sources --source-path=SCRIPTDIR Examples/ci/*.sh scripts/exercise-ci.sh scripts/exercise/services/*
if [ "${1:-}" = lint ]; then exit; fi

clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
git clone --quiet --no-hardlinks . "$clone"
# The exercise itself is the one that is being worked on; what it exercises is what was committed.
PYTHONDONTWRITEBYTECODE=1 "$tools/python" scripts/exercise/exercise.py "$clone" "${FAIRNESS_AUDIT_BINARY:-}"
