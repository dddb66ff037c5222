import Cohort
import Metrics

/// Scores of the people of the window, and of those who were tested in the reference period and not again in the window.
///
/// A person's score is the mean over the scales, each in standard deviations of everybody tested in the reference period, of the first
/// finished test in the period.
struct TestedPeriods: Sendable {
    /// Parallel to `AuditFrame.people`; `nil` for people without such a score.
    let now: [Double?]
    private let before: [(labels: [Attribute: String], score: Double)]
    private let labels: [Attribute: [String?]]

    /// - Parameter scales: `nil` = those of the system's configuration, or else the capacity scales.
    init(_ frame: AuditFrame, scales: [String]? = nil) {
        let snapshot = frame.snapshot
        let named = scales ?? (frame.system.driftScales.isEmpty
            ? snapshot.scales.filter { $0.component == "capacity" }.map(\.scaleCode) : frame.system.driftScales)
        let reference = Self.referencePeriod(frame)
        let inWindow = Dictionary(uniqueKeysWithValues: frame.people.enumerated().map { (snapshot.participants[$1.participant].participantId, $0) })

        // The first finished test of each person in either period.
        var first: [Pseudonym: (day: Day, assessment: Int, isNow: Bool)] = [:]
        for (index, assessment) in snapshot.assessments.enumerated() {
            guard let day = assessment.completedOn, assessment.supersededBy == nil else { continue }
            let isNow = frame.window.contains(day)
            guard isNow || reference?.contains(day) ?? false, isNow == (inWindow[assessment.participantId] != nil) else { continue }
            if let kept = first[assessment.participantId], kept.day <= day { continue }
            first[assessment.participantId] = (day, index, isNow)
        }
        let wanted = Set(first.values.map { snapshot.assessments[$0.assessment].assessmentId })
        let column = Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1, $0) })
        var scores: [Pseudonym: [Double?]] = [:]
        for row in snapshot.scores {
            guard let place = column[row.scaleCode], let score = row.score, wanted.contains(row.assessmentId) else { continue }
            scores[row.assessmentId, default: [Double?](repeating: nil, count: named.count)][place] = score
        }
        let tests = first.sorted { $0.key < $1.key }.map { person, test in
            (person: person, test: test, scores: scores[snapshot.assessments[test.assessment].assessmentId] ?? [])
        }
        let spreads = named.indices.map { scale in
            try? Summary(tests.filter { !$0.test.isNow }.compactMap { $0.scores.isEmpty ? nil : $0.scores[scale] })
        }
        func standardised(_ scores: [Double?]) -> Double? {
            let values = zip(scores, spreads).compactMap { score, spread -> Double? in
                guard let score, let spread, spread.populationDeviation > 0 else { return nil }
                return (score - spread.mean) / spread.populationDeviation
            }
            return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        }
        var now = [Double?](repeating: nil, count: frame.people.count)
        var before: [(labels: [Attribute: String], score: Double)] = []
        let participants = Dictionary(uniqueKeysWithValues: snapshot.participants.map { ($0.participantId, $0) })
        for entry in tests {
            guard let score = standardised(entry.scores) else { continue }
            if entry.test.isNow {
                if let person = inWindow[entry.person] { now[person] = score }
            } else if let participant = participants[entry.person] {
                before.append((frame.system.merged(Attribute.labels(of: participant, test: snapshot.assessments[entry.test.assessment])), score))
            }
        }
        self.now = now
        self.before = before
        labels = frame.labels
    }

    /// The scores of the reference period of the people with one of these codes.
    func earlier(_ grouping: Grouping, codes: Set<String>) -> [Double] {
        before.compactMap { person in
            let sides = grouping.attributes.compactMap { person.labels[$0] }
            guard sides.count == grouping.attributes.count, codes.contains(Grouping.code(sides)) else { return nil }
            return person.score
        }
    }

    /// The scores of the reference period on one side of a comparison: the same groups as now.
    func earlier(_ sides: Sides, inGroup: Bool) -> [Double] {
        if inGroup { return earlier(sides.grouping, codes: [sides.code]) }
        let codes = Set(sides.reference.compactMap { person -> String? in
            let own = sides.grouping.attributes.compactMap { labels[$0]?[person] ?? nil }
            return own.count == sides.grouping.attributes.count ? Grouping.code(own) : nil
        })
        return earlier(sides.grouping, codes: codes)
    }

    static let usualReferenceDays = 365

    /// As configured, or the year before the window as far as the snapshot reaches; `nil` when it reaches nowhere.
    static func referencePeriod(_ frame: AuditFrame) -> Period? {
        if let configured = frame.system.referencePeriod { return configured }
        return Period(from: max(frame.snapshot.manifest.period.from, frame.window.from + -usualReferenceDays), to: frame.window.from + -1)
    }
}
