/// The part of SARIF 2.1.0 (OASIS) that the gate writes.
struct SARIFLog: Encodable {
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }

    struct Run: Encodable {
        var tool: Tool
        var language: String
        var automationDetails: AutomationDetails
        var invocations: [Invocation]
        var results: [Result]
        var columnKind = "utf16CodeUnits"
        var properties: Properties
    }

    struct Tool: Encodable {
        var driver: Driver

        struct Driver: Encodable {
            var name: String
            var version: String
            var rules: [Rule]
        }
    }

    struct Rule: Encodable {
        var id: String
        var shortDescription: Message
        var help: Message
        var defaultConfiguration: Configuration

        struct Configuration: Encodable { var level: Level }
    }

    struct AutomationDetails: Encodable { var id: String }

    struct Invocation: Encodable {
        var executionSuccessful: Bool
        var exitCode: Int
        var exitCodeDescription: String
    }

    struct Result: Encodable {
        var ruleId: String
        var ruleIndex: Int
        var level: Level
        var message: Message
        var locations: [Location]
        var partialFingerprints: [String: String]
        /// `nil` = not suppressed; an empty array would say so too, of every result.
        var suppressions: [Suppression]?
        var properties: Figures?
    }

    enum Level: String, Encodable { case error, warning, note }

    /// Plain text as SARIF reads it: brackets could make a link and braces a place to fill in, so they are escaped
    /// (sections 3.11.5 and 3.11.6).
    struct Message: Encodable {
        let text: String

        init(_ text: String) {
            var scalars = String.UnicodeScalarView()
            for scalar in LogText.plain(text).unicodeScalars {
                switch scalar {
                case "[", "]", "\\": scalars.append(contentsOf: ["\\", scalar])
                case "{", "}": scalars.append(contentsOf: [scalar, scalar])
                default: scalars.append(scalar)
                }
            }
            self.text = String(scalars)
        }
    }

    struct Location: Encodable {
        var logicalLocations: [LogicalLocation]
        var physicalLocation: PhysicalLocation?
    }

    struct LogicalLocation: Encodable {
        var name: String
        var fullyQualifiedName: String
        var kind = "resource"
    }

    struct PhysicalLocation: Encodable {
        var artifactLocation: ArtifactLocation
        var region = Region()

        struct ArtifactLocation: Encodable { var uri: String }
        struct Region: Encodable { var startLine = 1 }
    }

    struct Suppression: Encodable {
        var kind = "external"
        var status = "accepted"
        var justification: String
    }

    /// A finding's numbers as they are in gate.json.
    struct Figures: Encodable {
        var id: String
        var verdict: String
        var n: Int?
        var before: Double?
        var after: Double?
        var gapAfter: Double?
        var change: Double?
        var lower: Double?
        var upper: Double?
        var margin: Double
        var minimumDetectable: Double?
    }

    struct Properties: Encodable {
        var verdict: String
        var exitCode: Int
        var release: String
        var candidate: String
        var baseline: String
        var blockedBy: [String]
        /// Primary findings below the margin: they are no results, because a result is something to look at.
        var cleared: [Figures]
    }
}
