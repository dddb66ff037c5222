import Foundation

/// The control-cycle report over several organisations: what is so on average in them, and where they differ from each other.
public struct PooledReport: Codable, Sendable, Equatable {
    public static let currentSchemaVersion = 1

    public var schemaVersion: Int
    public var tool: AuditReport.Tool
    public var definitions: SummaryDefinitions
    public var definitionsDigest: String
    public var organisations: [Organisation]
    /// A finding of fewer organisations is withheld: each could compute another's figures from it.
    public var minimumOrganisations: Int
    public var findings: [Finding]
    public var leftOut: [LeftOut]
    public var summary: Summary

    public struct Organisation: Codable, Sendable, Equatable {
        public var name: String
        public var participants: Int
        public var core: AuditSummary.Core
        public var toolVersion: String
        /// How many cells it left out of its summary, by rule.
        public var withheld: Int
    }

    /// Part of an organisation that could not be pooled.
    public struct LeftOut: Codable, Sendable, Equatable {
        public var organisation: String
        public var question: String
        public var grouping: String
        /// `other_method`.
        public var reason: String
    }

    /// Counts of verdicts; mirrors are counted apart.
    public struct Summary: Codable, Sendable, Equatable {
        public var equivalent: Int
        public var inconclusive: Int
        public var signal: Int
        public var disparity: Int
        public var withheld: Int
        public var mirrors: Int
        public var adverseDisparities: Int
        public var adverseSignals: Int
        /// Findings in which the organisations differ from each other (p of Q at most .10), mirrors not counted.
        public var heterogeneous: Int
        public var primaryFamilySize: Int
    }

    /// One group against the others, on average in these organisations.
    public struct Finding: Codable, Sendable, Equatable {
        public var indicator: String
        public var metric: String
        public var grouping: String
        public var group: String
        /// Whether small groups of some organisation are in it, so that it stands for a coarser group everywhere.
        public var isCoarser: Bool
        /// How many organisations are in it.
        public var organisations: Int
        public var family: ReportFinding.Family
        public var familySize: Int
        public var verdict: Verdict
        public var reason: String?
        public var direction: Direction?
        public var mirrorOf: String?
        /// `nil` where the verdict is withheld.
        public var figures: Figures?
    }

    public struct Figures: Codable, Sendable, Equatable {
        public var method: String
        public var n: Int
        public var nReference: Int
        /// Crude, over everybody of these organisations.
        public var groupValue: Double
        public var referenceValue: Double
        /// The common effect, stratified by organisation.
        public var estimate: Double
        public var interval: Bounds
        public var interval90: Bounds
        public var intervalAdjusted: Adjusted?
        public var p: Double
        public var pAdjusted: Double?
        public var minimumDetectable: Double?
        public var margin: Double
        public var signal: Double
        public var fragility: Int?
        /// What it would take to settle this, where it could not be settled.
        public var settling: Settling?
        public var heterogeneity: HeterogeneityFigures
        /// About other organisations such as these; from five on.
        public var others: Others?
        public var parts: [Part]
    }

    public struct Bounds: Codable, Sendable, Equatable {
        public var low: Double
        public var high: Double
    }

    public struct Adjusted: Codable, Sendable, Equatable {
        public var level: Double
        public var low: Double
        public var high: Double
    }

    public struct HeterogeneityFigures: Codable, Sendable, Equatable {
        /// Cochran's Q over the organisations.
        public var q: Double
        public var degreesOfFreedom: Int
        public var p: Double
        /// I squared, 0 to 1.
        public var inconsistency: Double
        /// tau squared, by restricted likelihood; `nil` when it could not be found.
        public var betweenVariance: Double?
        /// Whether the organisations are printed apart and nothing is called small: p at most .10.
        public var isShown: Bool
    }

    public struct Others: Codable, Sendable, Equatable {
        /// The mean over organisations such as these, with its Hartung-Knapp-Sidik-Jonkman interval.
        public var estimate: Double
        public var interval: Bounds
        /// Where one more organisation is expected.
        public var prediction: Bounds
    }

    /// One organisation in one finding.
    public struct Part: Codable, Sendable, Equatable {
        public var organisation: String
        public var n: Int
        public var nReference: Int
        public var estimate: Double
        public var standardError: Double
        public var interval: Bounds
        /// Share in the common effect, by inverse variance.
        public var weight: Double
        /// Drawn towards the common mean by as much as it is uncertain.
        public var shrunken: Double?
        /// The common effect of all the others.
        public var withoutIt: Double
        /// How far it lies from that, in its own error.
        public var z: Double
        /// The highest level (.95 or .998) whose limits of the funnel it lies outside of.
        public var beyond: Double?
    }

    /// Keys sorted, so that equal reports are equal bytes.
    public func json() throws -> Data {
        try canonicalJSON()
    }
}
