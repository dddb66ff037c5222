import Cohort

/// What the catalogue says about one indicator: enough to understand its figures, and to know where they come from.
public struct IndicatorEntry: Sendable, Equatable, Codable {
    public let id: String
    public let chapter: Chapter
    public let name: AuditReport.Words
    public let question: AuditReport.Words
    public let definition: AuditReport.Words
    /// Relations and columns of the contract without which it is unavailable. The required relations go without saying.
    public let needs: [Need]
    /// What makes it say more.
    public let optional: [Need]
    public let polarity: Polarity
    /// What people may set in `thresholds.json`, with the value that the project proposes.
    public let parameters: [Parameter]
    public let verdicts: VerdictMeanings
    /// Lines of the source reports, and the literature.
    public let citation: String

    init(
        id: String, chapter: Chapter, name: AuditReport.Words, question: AuditReport.Words, definition: AuditReport.Words,
        needs: [Need] = [], optional: [Need] = [], polarity: Polarity, parameters: [Parameter] = [], verdicts: VerdictMeanings, citation: String
    ) {
        self.id = id
        self.chapter = chapter
        self.name = name
        self.question = question
        self.definition = definition
        self.needs = needs
        self.optional = optional
        self.polarity = polarity
        self.parameters = parameters
        self.verdicts = verdicts
        self.citation = citation
    }

    public enum Chapter: String, Sendable, Codable, CaseIterable {
        case population, test, advice, human, outcomes, voices, platform, changes
    }

    /// Which side of no difference is bad for a group.
    public enum Polarity: String, Sendable, Codable {
        case higherIsAdverse = "higher"
        case lowerIsAdverse = "lower"
        case neither
    }

    /// A relation of the contract, or a column of one.
    public enum Need: Sendable, Equatable, Codable {
        case relation(String)
        case column(String, of: String)

        /// `choice`, or `choice.counsellor_id`.
        public var name: String {
            switch self {
            case .relation(let relation): relation
            case .column(let column, let relation): "\(relation).\(column)"
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(name)
        }

        public init(from decoder: any Decoder) throws {
            let parts = try decoder.singleValueContainer().decode(String.self).split(separator: ".", maxSplits: 1).map(String.init)
            self = parts.count == 2 ? .column(parts[1], of: parts[0]) : .relation(parts.first ?? "")
        }
    }

    public struct Parameter: Sendable, Equatable, Codable {
        /// As in `thresholds.json`.
        public let name: String
        public let unit: String
        public let meaning: AuditReport.Words
        /// The project's proposal.
        public let value: Double
        public let source: String

        init(name: String, unit: String, meaning: AuditReport.Words, value: Double, source: String) {
            self.name = name
            self.unit = unit
            self.meaning = meaning
            self.value = value
            self.source = source
        }
    }

    /// What this indicator's verdicts say, in its own words. A signal is a disparity that is not certain yet.
    public struct VerdictMeanings: Sendable, Equatable, Codable {
        public let equivalent: AuditReport.Words
        public let disparity: AuditReport.Words
        public let inconclusive: AuditReport.Words

        init(
            equivalent: AuditReport.Words, disparity: AuditReport.Words,
            inconclusive: AuditReport.Words = .init("Dat kon met deze aantallen niet worden vastgesteld.", "That could not be settled with these numbers.")
        ) {
            self.equivalent = equivalent
            self.disparity = disparity
            self.inconclusive = inconclusive
        }
    }

    /// The first need that a snapshot does not meet, as a code; `nil` when it meets all.
    func missing(in snapshot: Snapshot) -> String? {
        for need in needs {
            switch need {
            case .relation(let relation) where !snapshot.offers(relation): return "relation_missing:\(relation)"
            case .column(_, let relation) where !snapshot.offers(relation): return "relation_missing:\(relation)"
            case .column(let column, let relation) where !snapshot.offers(column, of: relation): return "column_missing:\(relation).\(column)"
            default: continue
            }
        }
        return nil
    }
}
