import Cohort

/// Why an indicator has no figures in this audit.
enum Availability {
    /// A code: what the database does not offer, that the system does not ask it, or that nobody set its limits; `nil` when it is measured.
    static func reason(against indicator: any Indicator.Type, _ frame: AuditFrame, limits: Thresholds) -> String? {
        reason(against: indicator, of: frame.system, in: frame.snapshot, limits: limits)
    }

    static func reason(
        against indicator: any Indicator.Type, of system: SystemConfiguration, in snapshot: Snapshot, limits: Thresholds
    ) -> String? {
        guard system.asks(indicator.id) else { return "not_asked" }
        if let missing = indicator.unavailability(in: snapshot) { return missing }
        return indicator is any JudgedIndicator.Type && limits.indicators[indicator.id] == nil ? "limits_missing" : nil
    }
}
