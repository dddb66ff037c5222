#!/usr/bin/env bash
# Installs what is missing on Debian or Ubuntu. On other systems it says what to install.
#
#   scripts/install.sh demo    what building and running needs
#   scripts/install.sh test    that, and what the test suite needs: a PostgreSQL server, Chromium, PDF tools, Mono's C# compiler
set -euo pipefail

packages=(libpq-dev libsqlite3-dev pkg-config)
if [ "${1:-demo}" = test ]; then packages+=(postgresql chromium poppler-utils openssl python3 python3-jsonschema mono-mcs mono-runtime); fi

if ! command -v swift >/dev/null; then
    echo "install.sh: Swift 6.2 or newer is needed and not found. Install it from https://www.swift.org/install/ and try again." >&2
    exit 69
fi

missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "install.sh: please install the equivalents of: ${missing[*]}" >&2
    exit 69
fi
echo "Installing: ${missing[*]}" >&2
as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
