/// How people name findings in their files: `indicator metric attribute group`, or the start of that, with `*` for every metric.
public enum FindingKey {
    /// Every key that names this finding, from the widest to the most precise.
    static func all(of finding: ReportFinding) -> [String] {
        let (indicator, metric, attribute, group) = (finding.indicator, finding.metric, finding.attribute, finding.group)
        return [
            indicator, "\(indicator) *", "\(indicator) \(metric)", "\(indicator) * \(attribute)", "\(indicator) \(metric) \(attribute)",
            "\(indicator) * \(attribute) \(group)", finding.key,
        ]
    }

    /// How precisely a key names a finding; `nil` when it names another.
    public static func precision(of key: String, for finding: ReportFinding) -> Int? { all(of: finding).lastIndex(of: key) }
}

extension ReportFinding {
    /// `M2 top5_day_activity_share test_language ar`
    public var key: String { "\(indicator) \(metric) \(attribute) \(group)" }
}
