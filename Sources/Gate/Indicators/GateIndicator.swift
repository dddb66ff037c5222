import Audit
import Cohort

/// A harm that a gate looks for: one value per person and core, where more is worse.
protocol GateIndicator: Sendable {
    static var id: String { get }
    static var metric: String { get }
    /// `per_100` for shares (values 0...1), `sd`.
    static var unit: String { get }
    static var name: AuditReport.Words { get }
    static func definition(_ thresholds: Thresholds) -> AuditReport.Words
    /// What a change for the worse is.
    static var worse: AuditReport.Words { get }
    /// Why this cannot be measured on a snapshot; `nil` when it can.
    static func unavailability(in snapshot: Snapshot) -> String?
    /// Parallel to the frame's people; `nil` = no value under this core.
    static func values(_ core: CoreFrame, thresholds: Thresholds) -> [Double?]
}

extension GateIndicator {
    static func unavailability(in snapshot: Snapshot) -> String? { nil }
}

/// Every harm that may block, in the order in which it is printed. The same ids as `GateLimits.indicatorIDs`.
enum GateCatalogue {
    static let indicators: [any GateIndicator.Type] = [
        BestDistanceHarm.self, DayActivityHarm.self, ExposureHarm.self, FittingPlaceHarm.self, ReachHarm.self,
    ]
}
