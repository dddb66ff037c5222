// swift-tools-version: 6.2
import PackageDescription

// A control cycle is one walk through these rooms, always in this direction:
// read (Postgres), pseudonymise (Intake), snapshot (Cohort), replay (MatchReplay),
// measure (Metrics), judge (Audit, and Gate for a new version of a core), render (Reporting). FairnessAudit holds the commands.
// docs/architecture.md says what each room knows and what it may never know.

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]

let package = Package(
    name: "FairnessAudit",
    products: [
        .executable(name: "fairness-audit", targets: ["FairnessAudit"]),
        .executable(name: "certify", targets: ["Certification"]),
        .library(name: "PostgresReading", targets: ["Postgres"]),
        .library(name: "Metrics", targets: ["Metrics"]),
        .library(name: "MatchReplay", targets: ["MatchReplay", "Cohort"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        // read
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(name: "Postgres", dependencies: ["CLibPQ"], swiftSettings: strict),

        // pseudonymise
        .target(
            name: "Intake",
            dependencies: ["Postgres", "Cohort", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(name: "Demonstration", dependencies: ["Intake", "Postgres", "Cohort", "MatchReplay", "Metrics"], swiftSettings: strict),

        // snapshot
        .target(
            name: "Cohort",
            dependencies: [
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),

        // replay
        .target(name: "CDistance"),
        .target(
            name: "MatchReplay",
            dependencies: ["Cohort", "Metrics", "CDistance", .product(name: "Subprocess", package: "swift-subprocess")],
            swiftSettings: strict),

        // measure
        .target(
            name: "Metrics",
            dependencies: [.product(name: "RealModule", package: "swift-numerics")],
            swiftSettings: strict,
            linkerSettings: [.linkedLibrary("m")]),

        // judge
        .target(name: "Audit", dependencies: ["Cohort", "Metrics", "MatchReplay"], swiftSettings: strict),

        .target(name: "Gate", dependencies: ["Audit", "Cohort", "Metrics", "MatchReplay"], swiftSettings: strict),

        // render
        .target(name: "CTemplates", exclude: ["templates"]),
        .target(
            name: "Reporting",
            dependencies: ["Audit", "Gate", "CTemplates", .product(name: "Mustache", package: "swift-mustache")],
            // Embedded by CTemplates, so that the binary can be moved.
            exclude: ["Phrases"],
            swiftSettings: strict),

        // commands
        .executableTarget(
            name: "FairnessAudit",
            dependencies: [
                "Postgres", "Intake", "Cohort", "Demonstration", "MatchReplay", "Audit", "Gate", "Reporting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // measures the whole walk on towns of which everything is known
        .executableTarget(
            name: "Certification",
            dependencies: ["Audit", "Cohort", "Demonstration", "MatchReplay", "Metrics", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),

        // tests
        .target(
            name: "TestSupport",
            dependencies: ["Cohort", "MatchReplay", "Metrics", .product(name: "Subprocess", package: "swift-subprocess")],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "CohortTests", dependencies: ["Cohort", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: strict),
        .testTarget(name: "IntakeTests", dependencies: ["Intake", "Demonstration", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "DemonstrationTests", dependencies: ["Demonstration", "Audit"], swiftSettings: strict),
        .testTarget(name: "MetricsTests", dependencies: ["Metrics"], swiftSettings: strict),
        .testTarget(name: "MatchReplayTests", dependencies: ["MatchReplay", "Demonstration", "CDistance", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "AuditTests", dependencies: ["Audit", "Demonstration", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "GateTests", dependencies: ["Gate", "Audit", "Demonstration", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "ReportingTests", dependencies: ["Reporting", "Audit", "Gate", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "FairnessAuditTests", dependencies: ["FairnessAudit", "Cohort", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
    ]
)
