import Cohort
import Metrics

/// A question that the report answers, and how. One file each; `Catalogue` is the only registration.
protocol Indicator: Sendable {
    static var about: IndicatorEntry { get }
    /// Why this cannot be measured on a snapshot, as a code; `nil` when it can.
    static func unavailability(in snapshot: Snapshot) -> String?
}

extension Indicator {
    static var id: String { about.id }
    static var chapter: String { about.chapter.rawValue }

    static func unavailability(in snapshot: Snapshot) -> String? { about.missing(in: snapshot) }
}

/// A question about groups: each is compared with everybody else.
protocol JudgedIndicator: Indicator {
    /// Whether the figures come from replayed lists, and so mean nothing when the replay does not reproduce production.
    static var restsOnReplay: Bool { get }
    /// What is held equal in the figure that is judged.
    static var judgedStratum: Stratum { get }
    static var groupedBy: GroupingRule { get }
    /// One measured metric per question, the headline first.
    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric]
    /// Descriptive tables of this indicator for one attribute.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable]
    /// Descriptive tables about everybody together.
    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable]
}

extension JudgedIndicator {
    static var restsOnReplay: Bool { false }
    static var judgedStratum: Stratum { .none }
    static var groupedBy: GroupingRule { .attributes }
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] { [] }
    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable] { [] }
}

/// A check or a description: it compares no groups.
protocol DescribedIndicator: Indicator {
    static func cohortTables(_ frame: AuditFrame, limits: Thresholds) -> [ReportTable]
}

/// Over which groupings an indicator is judged.
enum GroupingRule: Sendable {
    /// Every attribute of the system's configuration.
    case attributes
    /// One attribute only, where the question is about it.
    case attribute(Attribute)
    /// One figure over everybody.
    case everybody
    /// The pairs of attributes of the system's configuration.
    case intersections

    var isByAttribute: Bool { if case .attributes = self { true } else { false } }
}
