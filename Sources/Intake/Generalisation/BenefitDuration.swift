import Cohort

/// How long somebody has had benefit, as a band.
public enum BenefitDuration {
    public static let labels = ["<1y", "1-2y", "2-5y", "5y+"]

    /// The band on `day` of a benefit since `since`: whole years by the calendar, so that two years to the day are two years.
    /// - Returns: nil when it began after `day`.
    public static func label(since: Day, on day: Day) -> String? {
        guard since <= day else { return nil }
        let reached = (day.month, day.dayOfMonth) >= (since.month, since.dayOfMonth)
        switch day.year - since.year - (reached ? 0 : 1) {
        case ..<1: return labels[0]
        case 1: return labels[1]
        case 2..<5: return labels[2]
        default: return labels[3]
        }
    }
}
