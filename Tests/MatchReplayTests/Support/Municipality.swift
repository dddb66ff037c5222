import Cohort
import Foundation
import MatchReplay
import Metrics

/// A snapshot in memory whose people are tested in several languages: for scenarios, which look at no file.
struct Municipality {
    struct Person {
        var language: String
        var scores: [String: Double]
        var gender: String? = nil
        /// Scores of a later assessment that supersedes this one.
        var corrected: [String: Double]? = nil
    }

    struct Place {
        var id: String
        var targets: [String: Double]
        var kind = "paid"
        var weights: [String: Double] = [:]
        var variants: [String: [String: Double]] = [:]
        var confirmed: String? = nil
    }

    var scales: [String: String]
    var people: [Person]
    var places: [Place]
    var day = "2026-06-01"

    func snapshot() throws -> Snapshot {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("municipality-\(UUID().uuidString).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try SnapshotWriter.write(to: path) { writer in
            for (code, component) in scales.sorted(by: { $0.key < $1.key }) {
                try writer.add(
                    Scale(scaleCode: code, component: component, labelNl: code, labelEn: code, minimum: 0, maximum: 100, languageFree: false))
            }
            for place in places {
                var row = Workplace(workplaceId: place.id, workKind: place.kind, activeFrom: try MatchReplayTests.day("2026-01-01"))
                row.lastConfirmedOn = try place.confirmed.map(MatchReplayTests.day)
                try writer.add(row)
                for (variant, targets) in place.variants.merging(["": place.targets], uniquingKeysWith: { first, _ in first }) {
                    for (code, target) in targets {
                        try writer.add(
                            IdealProfileEntry(
                                workplaceId: place.id, profileVariant: variant, scaleCode: code, target: target, weight: place.weights[code] ?? 1))
                    }
                }
            }
            for (number, person) in people.enumerated() {
                let id = Pseudonym(high: 1, low: UInt64(number)), assessment = Pseudonym(high: 2, low: UInt64(number))
                var participant = Participant(participantId: id)
                participant.gender = person.gender
                try writer.add(participant)
                var first = Assessment(assessmentId: assessment, participantId: id, testLanguage: person.language)
                if let corrected = person.corrected {
                    let later = Pseudonym(high: 4, low: UInt64(number))
                    first.supersededBy = later
                    try writer.add(Assessment(assessmentId: later, participantId: id, testLanguage: person.language))
                    for (code, score) in corrected { try writer.add(AssessmentScore(assessmentId: later, scaleCode: code, score: score)) }
                }
                try writer.add(first)
                for (code, score) in person.scores { try writer.add(AssessmentScore(assessmentId: assessment, scaleCode: code, score: score)) }
                try writer.add(
                    MatchRun(
                        matchRunId: Pseudonym(high: 1000 + UInt64(number), low: 3), participantId: id, assessmentId: assessment, algorithmVersion: "1",
                        executedOn: try MatchReplayTests.day(day), sequence: 1))
            }
            return try TinyMunicipality.manifest()
        }
        return try Snapshot.read(from: path)
    }

    /// People with scores of their own on scales a, b, c (0...100, quarters), so many per language, and places that ask them.
    static func random(_ random: inout SeededRandom, people: [(language: String, count: Int)], places: Int = 12) -> Municipality {
        func quarter() -> Double { Double(random.index(below: 401)) / 4 }
        let codes = ["a", "b", "c"]
        func profile() -> [String: Double] { Dictionary(uniqueKeysWithValues: codes.map { ($0, quarter()) }) }
        let everybody = people.flatMap { language, count in (0..<count).map { _ in Person(language: language, scores: profile()) } }
        return Municipality(
            scales: ["a": "personality", "b": "capacity", "c": "capacity"], people: everybody,
            places: (0..<places).map { Place(id: "W\(10 + $0)", targets: profile(), kind: $0 % 3 == 0 ? "day_activity" : "paid") })
    }
}

extension ReplayInput {
    /// Everybody's list, as long as it gets, under this input.
    func lists() throws -> [ReplayedList] { try LatestLists(self, top: snapshot.workplaces.count, threads: 1).lists }

    func places() throws -> [[Int]] { try lists().map(\.workplaces) }
}
