#!/usr/bin/env bash
# The whole test suite, beside a throw-away PostgreSQL.
#   scripts/test.sh [ARGUMENTS of swift test]
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install.sh test
# Built first, so that a compiler error is not hidden behind a server's start; and apart from the product's folder,
# because a release build with tests and one without rebuild each other.
swift build -c release --scratch-path .build-test --build-tests
scripts/with-postgres.sh --tls swift test -c release --scratch-path .build-test --skip-build "$@"
