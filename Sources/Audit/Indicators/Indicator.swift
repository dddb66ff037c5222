import Cohort
import Metrics

/// A question that the report answers, and how it is measured. One file each; `Catalogue` is the only registration.
protocol JudgedIndicator: Sendable {
    static var id: String { get }
    static var chapter: String { get }
    /// Whether the figures come from replayed lists, and so mean nothing when the replay does not reproduce production.
    static var restsOnReplay: Bool { get }
    /// What is held equal in the figure that is judged.
    static var judgedStratum: Stratum { get }
    /// Why this cannot be measured on a snapshot; `nil` when it can.
    static func unavailability(in snapshot: Snapshot) -> String?
    /// One measured metric per question, the headline first.
    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric]
    /// Descriptive tables of this indicator for one attribute.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable]
}

/// One metric with its value for every person.
struct MeasuredMetric {
    let description: AuditReport.IndicatorDescription
    let observations: Observations
    /// Why this metric can be a signal at most, in this snapshot.
    var cap: String?
}

/// One value per person, parallel to `AuditFrame.people`; `nil` = not in this metric's population.
enum Observations {
    /// A mean per person, on any scale.
    case values([Double?])
    /// A mean per person of something that lies in 0...1.
    case shares([Double?])
    /// Yes or no.
    case outcomes([Bool?])
    /// When and how this person's waiting ended.
    case exits([Exit?])

    var population: [Int] {
        switch self {
        case .values(let values), .shares(let values): values.indices.filter { values[$0] != nil }
        case .outcomes(let outcomes): outcomes.indices.filter { outcomes[$0] != nil }
        case .exits(let exits): exits.indices.filter { exits[$0] != nil }
        }
    }

    /// Whether margins are capped at half of the baseline rate.
    var isRate: Bool {
        if case .values = self { false } else { true }
    }
}
