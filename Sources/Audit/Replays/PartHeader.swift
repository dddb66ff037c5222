import Cohort

/// What stands before the runs of an encoded part.
struct PartHeader: Sendable, Equatable, Codable {
    /// People who were drawn again in one window (M8).
    struct Window: Sendable, Equatable, Codable {
        var period: Period
        /// Whether standard errors had to be assumed.
        var assumed: Bool
        var people: Int
    }

    /// Digest of the first pass.
    var survey: String
    var runs: Int
    /// In byte order.
    var arms: [String]
    var windows: [Window]

    /// Of the parts of one population together.
    /// - Throws: `nothing`, `otherSurvey`, `otherArms`.
    static func merged(_ headers: [PartHeader]) throws(ReplayPartError) -> PartHeader {
        guard let first = headers.first else { throw .nothing }
        guard headers.allSatisfy({ $0.survey == first.survey }) else { throw .otherSurvey }
        // An arm that cannot be made cannot be made for anybody; of nobody it tells nothing.
        let arms = Set(headers.filter { $0.runs > 0 }.map(\.arms))
        guard arms.count <= 1 else { throw .otherArms }
        var windows: [Period: Window] = [:]
        for window in headers.flatMap(\.windows) {
            let known = windows[window.period] ?? Window(period: window.period, assumed: false, people: 0)
            windows[window.period] = Window(
                period: window.period, assumed: known.assumed || window.assumed, people: known.people + window.people)
        }
        return PartHeader(
            survey: first.survey, runs: headers.reduce(0) { $0 + $1.runs }, arms: arms.first ?? [],
            windows: windows.values.sorted { ($0.period.from, $0.period.to) < ($1.period.from, $1.period.to) })
    }
}
