/// What an organisation may share of its audit, so that several can be judged together: counts and sums of groups, never a person.
///
/// `Audit.summarise` makes one about one organisation; merging puts several side by side. Whatever small cell it could show was folded into a
/// coarser group or left out before it was made, with an entry in `withheld`.
public struct AuditSummary: Codable, Sendable, Equatable {
    public static let currentSchemaVersion = 1

    public var schemaVersion: Int
    /// What the figures mean. Summaries with other definitions cannot be merged.
    public var definitions: SummaryDefinitions
    public var definitionsDigest: String
    /// In byte order of their names.
    public var organisations: [Contribution]

    /// The part of one organisation.
    public struct Contribution: Codable, Sendable, Equatable {
        public var organisation: String
        public var tool: AuditReport.Tool
        public var core: Core
        /// People with a list in the period.
        public var participants: Int
        public var tables: [Table]
        public var withheld: [AuditReport.Withholding]
        public var unavailable: [AuditReport.Unavailability]
    }

    /// Which algorithm made the lists.
    public struct Core: Codable, Sendable, Equatable {
        public var name: String
        public var version: String
        public var sha256: String
    }

    /// What is enough to compute one question over one grouping again.
    public struct Table: Codable, Sendable, Equatable {
        public var indicator: String
        public var metric: String
        public var grouping: String
        public var kind: Kind
        /// What was held equal within the organisation; `none` = nothing.
        public var stratum: String
        /// Why this can be a signal at most, as a code.
        public var cap: String?
        /// The margin and the signal size in force here, after the baseline rate was taken into account.
        public var margin: Double
        public var signal: Double
        /// One per group; the reference of a group is all the others together. Empty for pairs.
        public var cells: [Cell]
        /// One per group with its own reference. Empty for cells.
        public var pairs: [Pair]
    }

    public enum Kind: String, Codable, Sendable {
        /// Yes or no for each person: `sum` is how many said yes.
        case counts
        /// A value for each person, with the sum of squares.
        case moments
        /// A share with incomplete follow-up, as effective counts (Dorey and Korn 1987).
        case effectiveCounts = "effective_counts"
        /// Estimate and standard error, for what has no such form.
        case estimates
    }

    public struct Cell: Codable, Sendable, Equatable {
        /// A code of the source, or of the coarser group into which small ones were folded.
        public var group: String
        /// Whether several small groups are in it.
        public var isFolded: Bool
        public var people: Int
        public var sum: Double
        public var sumOfSquares: Double?
    }

    public struct Pair: Codable, Sendable, Equatable {
        public var group: String
        public var people: Int
        public var referencePeople: Int
        public var groupValue: Double
        public var referenceValue: Double
        public var estimate: Double
        public var standardError: Double
        /// How many people without censoring would know as much: those of the group, then of the reference.
        public var effective: [Double]?
        /// Why this comparison can be a signal at most, as a code.
        public var cap: String?
    }
}
