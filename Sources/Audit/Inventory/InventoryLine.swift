/// One line of a report that residents, professionals and residents' organisations had a part in: an effect they expect, a value they
/// name, an option for action, a claim or a risk. The audit answers each, or says why it does not.
public struct InventoryLine: Sendable, Equatable {
    /// `H224`: the source and its line; a letter follows where one line names several things. People refer to it in actions.json.
    public let id: String
    public let kind: Kind
    public let source: Source
    /// Line of the source text, counted from 1.
    public let line: Int
    /// In this tool's own words, not the source's.
    public let words: AuditReport.Words
    /// Under which heading an option for action stands.
    public let section: Section?
    /// Indicators that answer it, or a part of it.
    public let indicators: [String]
    /// Why no indicator answers it, or what the indicators leave unanswered.
    public let reason: InventoryReason?

    public enum Kind: String, Sendable, Codable, CaseIterable {
        case positiveEffect = "positive_effect"
        case negativeEffect = "negative_effect"
        case value
        case option
        case stakeholder
        /// How the system is meant, or used.
        case setting
        /// What is said to be so.
        case claim
        case risk
        case advice
    }

    public enum Source: String, Sendable, Codable, CaseIterable {
        /// Workshop on *Ik zoek*, municipality of Huizen.
        case huizen
        /// Ethical assessment of *HalloWerk*, municipality of Utrecht.
        case utrecht

        var letter: String { self == .huizen ? "H" : "U" }

        public var name: AuditReport.Words {
            switch self {
            case .huizen: .init("Workshop begeleidingsethiek, gemeente Huizen", "Guidance ethics workshop, municipality of Huizen")
            case .utrecht: .init("Uthiek-assessment HalloWerk, gemeente Utrecht", "Ethical assessment of HalloWerk, municipality of Utrecht")
            }
        }
    }

    public enum Section: String, Sendable, Codable, CaseIterable {
        case technology
        case surroundings
        case resident
        case professional
        case employer
    }

    /// - Parameters:
    ///   - part: `a`, `b`, ... where the line of the source names several things.
    ///   - unanswered: why no indicator answers it, or what they leave unanswered.
    static func huizen(
        _ line: Int, part: String = "", _ kind: Kind, _ nl: String, _ en: String, in section: Section? = nil, _ indicators: [String] = [],
        unanswered: InventoryReason? = nil
    ) -> InventoryLine {
        InventoryLine(source: .huizen, line: line, part: part, kind: kind, nl: nl, en: en, section: section, indicators: indicators, reason: unanswered)
    }

    static func utrecht(
        _ line: Int, part: String = "", _ kind: Kind, _ nl: String, _ en: String, _ indicators: [String] = [], unanswered: InventoryReason? = nil
    ) -> InventoryLine {
        InventoryLine(source: .utrecht, line: line, part: part, kind: kind, nl: nl, en: en, section: nil, indicators: indicators, reason: unanswered)
    }

    private init(
        source: Source, line: Int, part: String, kind: Kind, nl: String, en: String, section: Section?, indicators: [String], reason: InventoryReason?
    ) {
        self.id = "\(source.letter)\(line)\(part)"
        self.kind = kind
        self.source = source
        self.line = line
        self.words = .init(nl, en)
        self.section = section
        self.indicators = indicators
        self.reason = reason
    }
}
