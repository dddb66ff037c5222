import Cohort

/// Everybody with a list and what they were tested with: one assessment per participant, that of the latest run, because the unit of every
/// mean and spread is a person.
public struct TestedPeople: Sendable {
    public struct Person: Sendable, Equatable {
        public let participant: Pseudonym
        /// Index in `Snapshot.runs` of the latest run.
        public let run: Int
        public let language: String
    }

    /// In order of pseudonym.
    public let people: [Person]
    /// Codes in byte order.
    public let scales: [String]
    /// people x scales; `nil` where nothing was measured.
    private let scores: [Double?]

    public init(_ snapshot: Snapshot) {
        let assessments = Dictionary(snapshot.assessments.map { ($0.assessmentId, $0) }, uniquingKeysWith: { first, _ in first })
        people = LatestRun.indices(of: snapshot).compactMap { run in
            guard let assessment = assessments[snapshot.runs[run].assessmentId] else { return nil }
            return Person(participant: snapshot.runs[run].participantId, run: run, language: assessment.testLanguage)
        }
        scales = snapshot.scales.map(\.scaleCode).sorted(by: precedesInBytes)
        let column = Dictionary(scales.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var rows: [Pseudonym: [Int]] = [:]
        for (row, person) in people.enumerated() { rows[snapshot.runs[person.run].assessmentId, default: []].append(row) }
        var scores = [Double?](repeating: nil, count: people.count * scales.count)
        for entry in snapshot.scores {
            guard let own = rows[entry.assessmentId], let column = column[entry.scaleCode] else { continue }
            for row in own { scores[row * scales.count + column] = entry.score }
        }
        self.scores = scores
    }

    /// Test languages in byte order.
    public var languages: [String] { Set(people.map(\.language)).sorted(by: precedesInBytes) }

    /// - Parameters: position in `people` and in `scales`.
    public func score(person: Int, scale: Int) -> Double? { scores[person * scales.count + scale] }

    /// The scores of one language on one scale, in order of person; who was not measured is left out.
    public func scores(scale: Int, language: String) -> [Double] {
        people.indices.compactMap { people[$0].language == language ? score(person: $0, scale: scale) : nil }
    }
}
