/// What `check` found: relation by relation, and in the end whether the database fulfils the contract.
public struct CheckReport: Sendable {
    /// What the command's exit status says. Faults in the rows are findings and do not change it: they may lie outside every
    /// period that is ever captured.
    public enum Status: Sendable, Equatable {
        case ok
        /// Something without which nothing can be measured is missing, may not be read, or does not cast: exit 3.
        case missingRequired
        /// More is offered than may be read: exit 4.
        case outsideContract
    }

    public struct Relation: Sendable, Equatable {
        public enum State: Sendable, Equatable {
            case offered
            case missing
            case unreadable
        }

        public let name: String
        public let isRequired: Bool
        public var state: State
        /// nil when its rows were not read.
        public var rowCount: Int?
        /// The first and the last day of what happened, where the relation has such a column.
        public var firstDay: String?
        public var lastDay: String?
        /// Columns whose type differs from the contract's, and how.
        public var casts: [Cast] = []
        public var missingColumns: [String] = []
    }

    public struct Cast: Sendable, Equatable {
        public let column: String
        public let from: String
        public let to: String
    }

    public struct Finding: Sendable, Equatable {
        public enum Kind: Sendable, Equatable {
            case outsideContract
            case missingRequired
            case unreadable
            case doesNotCast
            case canWrite
            case unavailable
            case nullInRequired
            case duplicateKeys
            case orphans
            case unknownCodes
            case notFinite
            case outsideRange
            case scaleWithoutScores
            case runsWithoutResults
            case ranksNotConsecutive
            case noRows
        }

        public let kind: Kind
        /// `relation` or `relation.column`, or the schema.
        public let place: String
        public let text: String
        /// What to do next.
        public let advice: String
    }

    public let server: String
    public let schema: String
    public internal(set) var relations: [Relation] = []
    public internal(set) var findings: [Finding] = []

    public var status: Status {
        if findings.contains(where: { $0.kind == .outsideContract }) { return .outsideContract }
        let stopping: [Finding.Kind] = [.missingRequired, .unreadable, .doesNotCast]
        return findings.contains { stopping.contains($0.kind) } ? .missingRequired : .ok
    }

    mutating func find(_ kind: Finding.Kind, _ place: String, _ text: String, _ advice: String) {
        findings.append(Finding(kind: kind, place: place, text: text, advice: advice))
    }
}
