#!/usr/bin/env bash
# Builds the program, unless the cache gave it. Swift comes from the machine or, where there is none, from the image of the Swift project.
. "$(dirname "$0")/settings.sh"

if [ ! -x "$tool" ]; then
    [ -f "$source_folder/Package.swift" ] || fail "there is nothing to build; run source.sh first"
    # Swift's own libraries are linked in, so that the program runs on a machine without Swift.
    build='scripts/install.sh demo && swift build -c release --product fairness-audit --static-swift-stdlib'
    if command -v swift >/dev/null; then
        (cd "$source_folder" && bash -c "$build")
    else
        command -v docker >/dev/null || fail "neither Swift 6.2 nor docker is on this machine; one of them is needed once, to build"
        docker run --rm --volume "$PWD/$source_folder:/source" --workdir /source "${SWIFT_IMAGE:-swift:6.2-noble}" bash -c "$build"
    fi
    mkdir -p "$(dirname "$tool")"
    cp "$source_folder/.build/release/fairness-audit" "$tool"
    echo "built $tool"
else
    echo "$tool is there already"
fi
"$tool" --version >/dev/null || fail "$tool does not start; it needs the packages libpq5 and libsqlite3-0"
