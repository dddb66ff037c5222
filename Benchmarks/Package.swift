// swift-tools-version: 6.2
import PackageDescription

// Measurements, apart from the package they measure: nobody who uses FairnessAudit has to build them.
// `swift build --product X` builds what X needs and nothing else: MetricsBenchmark builds Metrics and RealModule.
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "FairnessAudit", path: "..")],
    targets: [
        .executableTarget(
            name: "ReadingBenchmark",
            dependencies: [.product(name: "PostgresReading", package: "FairnessAudit")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "MetricsBenchmark",
            dependencies: [.product(name: "Metrics", package: "FairnessAudit")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "ReplayBenchmark",
            dependencies: [.product(name: "MatchReplay", package: "FairnessAudit"), .product(name: "Metrics", package: "FairnessAudit")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "LargeCohort",
            dependencies: [.product(name: "MatchReplay", package: "FairnessAudit"), .product(name: "Metrics", package: "FairnessAudit")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "ProgramBenchmark",
            dependencies: [.product(name: "MatchReplay", package: "FairnessAudit")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
