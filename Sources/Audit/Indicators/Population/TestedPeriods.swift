import Cohort
import Metrics

/// Scores of the people of the window, and of those who were tested in the reference period and not again in the window.
///
/// A person's score is the mean over the scales, each in standard deviations of everybody tested in the reference period, of the first
/// finished test in the period.
struct TestedPeriods: Sendable {
    /// Parallel to `AuditFrame.people`; `nil` for people without such a score.
    let now: [Double?]
    private let labels: GroupLabels
    /// Of the people of the reference period, parallel to `earlierLabels`.
    private let earlierScores: [Double?]
    private let earlierLabels: GroupLabels

    /// - Parameter scales: `nil` = those of the system's configuration, or else the capacity scales.
    init(_ frame: AuditFrame, scales: [String]? = nil) {
        let snapshot = frame.snapshot
        let named = scales ?? (frame.system.driftScales.isEmpty
            ? snapshot.scales.filter { $0.component == "capacity" }.map(\.scaleCode) : frame.system.driftScales)
        let first = frame.firstTests()
        // Of each test the sum over the scales of the score, in deviations of the reference period, and over how many scales.
        var sums = [Double](repeating: 0, count: first.tests.count), counts = [Int](repeating: 0, count: first.tests.count)
        for scale in named {
            var scores = [Double?](repeating: nil, count: first.tests.count)
            for row in snapshot.scores.onScale(scale) {
                if let score = row.score, case let test = first.numbers[row.sitting], test >= 0 { scores[Int(test)] = score }
            }
            guard let spread = try? Summary(scores.indices.compactMap { first.tests[$0].person == nil ? scores[$0] : nil }),
                spread.populationDeviation > 0
            else { continue }
            for (test, score) in scores.enumerated() {
                guard let score else { continue }
                sums[test] += (score - spread.mean) / spread.populationDeviation
                counts[test] += 1
            }
        }
        var now = [Double?](repeating: nil, count: frame.people.count)
        for (test, entry) in first.tests.enumerated() where counts[test] > 0 {
            if let person = entry.person { now[person] = sums[test] / Double(counts[test]) }
        }
        self.now = now
        labels = frame.groupLabels
        earlierScores = first.earlier.map { counts[$0] > 0 ? sums[$0] / Double(counts[$0]) : nil }
        earlierLabels = first.earlierLabels
    }

    /// The scores of the reference period of the people with one of these codes.
    func earlier(_ grouping: Grouping, codes: Set<String>) -> [Double] {
        let labelling = earlierLabels.labelling(of: grouping)
        let isAsked = labelling.names.map(codes.contains)
        return earlierScores.indices.compactMap { person in
            labelling.group(person).flatMap { isAsked[$0] ? earlierScores[person] : nil }
        }
    }

    /// The scores of the reference period on one side of a comparison: the same groups as now.
    func earlier(_ sides: Sides, inGroup: Bool) -> [Double] {
        if inGroup { return earlier(sides.grouping, codes: [sides.code]) }
        let labelling = labels.labelling(of: sides.grouping)
        let groups = Set(sides.reference.lazy.compactMap { labelling.group($0) })
        return earlier(sides.grouping, codes: Set(groups.map { labelling.names[$0] }))
    }

    static let usualReferenceDays = 365

    /// As configured, or the year before the window as far as the snapshot reaches; `nil` when it reaches nowhere.
    static func referencePeriod(_ frame: AuditFrame) -> Period? {
        if let configured = frame.system.referencePeriod { return configured }
        return Period(from: max(frame.snapshot.manifest.period.from, frame.window.from + -usualReferenceDays), to: frame.window.from + -1)
    }
}
