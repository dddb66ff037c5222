#!/usr/bin/env bash
# Builds Metrics by itself, as a package that has RealModule and nothing else, and refuses Foundation and platform modules in it.
set -euo pipefail
cd "$(dirname "$0")/.."

if grep -rnE '^\s*(public |internal |private |package |@_exported |@testable )*import ' Sources/Metrics | grep -vE ':[0-9]*:import RealModule$'; then
    echo "Metrics may import RealModule only" >&2
    exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/Sources"
cp -R Sources/Metrics "$work/Sources/Metrics"
version=$(sed -n 's/.*swift-numerics", exact: "\([0-9.]*\)".*/\1/p' Package.swift)
cat >"$work/Package.swift" <<SWIFT
// swift-tools-version: 6.2
import PackageDescription
let package = Package(
    name: "MetricsAlone",
    dependencies: [.package(url: "https://github.com/apple/swift-numerics", exact: "$version")],
    targets: [
        .target(
            name: "Metrics", dependencies: [.product(name: "RealModule", package: "swift-numerics")],
            swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")],
            linkerSettings: [.linkedLibrary("m")])
    ])
SWIFT
swift build --package-path "$work"
echo "Metrics builds alone, with RealModule only"
