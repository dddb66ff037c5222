import Cohort
import Foundation

/// What the figures of a summary mean: the period, the questions, the groups and the limits by which they are judged.
public struct SummaryDefinitions: Codable, Sendable, Equatable {
    public var contractVersion: String
    public var system: String
    public var cycle: Cycle
    public var horizonDays: Int
    public var minimumGroup: Int
    public var minimumCell: Int
    public var minimumUncertainty: Int
    /// By attribute: code of the source -> the coarser group that it is folded into where it is small.
    public var coarser: [String: [String: String]]
    /// Questions that are judged together, as `M2 test_language`.
    public var primary: [String]
    /// By `M2 day_activity_in_top_5`.
    public var questions: [String: Question]

    public struct Cycle: Codable, Sendable, Equatable {
        public var name: String
        public var from: String
        public var to: String
        /// The family-wise level that one report about this period may spend.
        public var alpha: Double
        public var q: Double
    }

    public struct Question: Codable, Sendable, Equatable {
        public var description: AuditReport.IndicatorDescription
        /// Before the baseline rate is taken into account.
        public var margin: Double
        public var signal: Double
        /// What is held equal within an organisation; `none` = nothing.
        public var stratum: String
    }

    static func key(_ indicator: String, _ metric: String) -> String { "\(indicator) \(metric)" }

    /// SHA-256 of the definitions as JSON with sorted keys.
    func digest() throws -> String { Fingerprint.sha256(of: try Self.encoded(self)) }

    /// Names of what is otherwise in the other, such as `horizonDays` or `questions.M2 day_activity.margin`; in byte order.
    ///
    /// A question that only one of them asks is no difference: its data may be missing in the other.
    func differences(from other: SummaryDefinitions) throws -> [String] {
        var (one, two) = (self, other)
        one.questions = questions.filter { other.questions[$0.key] != nil }
        two.questions = other.questions.filter { questions[$0.key] != nil }
        let (mine, theirs) = (try Self.flattened(one), try Self.flattened(two))
        return Set(mine.keys).union(theirs.keys).filter { mine[$0] != theirs[$0] }.sorted()
    }

    /// The questions of both. Only for definitions without differences.
    func union(_ other: SummaryDefinitions) -> SummaryDefinitions {
        var union = self
        union.questions.merge(other.questions) { mine, _ in mine }
        return union
    }

    private static func encoded(_ definitions: SummaryDefinitions) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(definitions)
    }

    private static func flattened(_ definitions: SummaryDefinitions) throws -> [String: String] {
        var leaves: [String: String] = [:]
        func add(_ value: Any, _ path: String) {
            if let object = value as? [String: Any] {
                for (key, part) in object { add(part, path.isEmpty ? key : "\(path).\(key)") }
            } else {
                leaves[path] = String(describing: value)
            }
        }
        add(try JSONSerialization.jsonObject(with: try encoded(definitions)), "")
        return leaves
    }
}
