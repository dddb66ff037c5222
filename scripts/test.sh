#!/usr/bin/env bash
# The whole test suite, beside a throw-away PostgreSQL.
#   scripts/test.sh [ARGUMENTS of swift test]
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install.sh test
scripts/install.sh pages
scripts/exercise-ci.sh lint
# Apart from the product's folder: a release build with tests and one without rebuild each other.
# A few tests at a time: with all of them at once, a test that waits for a program or a page gets its turn minutes late.
scripts/with-postgres.sh --tls swift test -c release --scratch-path .build-test --experimental-maximum-parallelization-width 4 "$@"
# With what was just built; a filtered run of the tests leaves it out.
if [ $# -eq 0 ]; then
    export FAIRNESS_AUDIT_BINARY=$PWD/.build-test/release/fairness-audit
    scripts/exercise-ci.sh
    scripts/check-pages.sh --self-test
    # The reports in the repository: made by this program, and readable by everybody in every edition and language.
    scripts/check-demo.sh
    scripts/check-pages.sh reports/demo
fi
