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
    /// Test languages in byte order.
    public let languages: [String]
    /// Of each person the position in `languages`.
    private let language: [Int]
    /// scales x people; none where nothing was measured.
    private let scores: [PackedNumber]

    public init(_ snapshot: Snapshot) {
        let assessments = Dictionary(
            snapshot.assessments.lazy.map { ($0.assessmentId, $0.testLanguage) }, uniquingKeysWith: { first, _ in first })
        people = LatestRun.indices(of: snapshot).compactMap { run in
            assessments[snapshot.runs[run].assessmentId].map { Person(participant: snapshot.runs[run].participantId, run: run, language: $0) }
        }
        languages = Set(people.lazy.map(\.language)).sorted(by: precedesInBytes)
        let number = Dictionary(languages.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        language = people.map { number[$0.language] ?? 0 }
        scales = snapshot.scales.map(\.scaleCode).sorted(by: precedesInBytes)
        let column = Dictionary(scales.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var rows: [Pseudonym: [Int]] = [:]
        for (row, person) in people.enumerated() { rows[snapshot.runs[person.run].assessmentId, default: []].append(row) }
        var scores = [PackedNumber](repeating: PackedNumber(nil), count: people.count * scales.count)
        // The scores of one sitting follow each other.
        var sitting: Pseudonym?, own: [Int] = []
        for entry in snapshot.scores {
            if entry.assessmentId != sitting { (sitting, own) = (entry.assessmentId, rows[entry.assessmentId] ?? []) }
            guard !own.isEmpty, let column = column[entry.scaleCode] else { continue }
            for row in own { scores[column * people.count + row] = PackedNumber(entry.score) }
        }
        self.scores = scores
    }

    /// - Parameters: position in `people` and in `scales`.
    public func score(person: Int, scale: Int) -> Double? { scores[scale * people.count + person].value }

    /// The scores of one language on one scale, in order of person; who was not measured is left out.
    public func scores(scale: Int, language: String) -> [Double] {
        languages.firstIndex(of: language).map { scoresByLanguage(scale: scale)[$0] } ?? []
    }

    /// The scores of every language on one scale; parallel to `languages`.
    func scoresByLanguage(scale: Int) -> [[Double]] {
        var byLanguage = languages.map { _ in [Double]() }
        for person in people.indices { if let score = score(person: person, scale: scale) { byLanguage[language[person]].append(score) } }
        return byLanguage
    }
}
