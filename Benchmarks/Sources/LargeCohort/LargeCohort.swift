import Cohort
import Foundation
import MatchReplay
import Metrics

/// Makes a large cohort for `scripts/bench-gate.sh` and `scripts/bench-audit.sh` out of a small one: everybody again and again under another pseudonym,
/// with scores redrawn around their own, with the lists that the core gives them, and with the choices, placements and feedback of the person copied.
///
///     LargeCohort SNAPSHOT CORE PEOPLE OUT [PLACES]
///
/// With PLACES there are so many places: the small town's, again and again, with targets redrawn around their own.
@main
struct LargeCohort {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard (5...6).contains(arguments.count), let people = Int(arguments[3]), people > 0 else {
            throw BenchmarkError(description: "LargeCohort SNAPSHOT CORE PEOPLE OUT [PLACES]")
        }
        let core = try RankingCore.read(Data(contentsOf: URL(fileURLWithPath: arguments[2])), source: arguments[2])
        var small = try Snapshot.read(from: arguments[1])
        if arguments.count == 6, let places = Int(arguments[5]) { small.multiplyPlaces(to: places) }
        let blank = arguments[4] + ".blank"
        defer { try? FileManager.default.removeItem(atPath: blank) }
        try write(small, people: people, lists: nil, to: blank)
        let large = try Snapshot.read(from: blank)
        let lists = try Replay(snapshot: large, core: core).lists(forRuns: Array(large.runs.indices), top: 25, threads: 2)
        try write(small, people: people, lists: (large, lists), to: arguments[4])
        print("\(large.participants.count) participants, \(large.runs.count) lists, \(large.workplaces.count) places")
    }

    private static func write(_ small: Snapshot, people: Int, lists: (snapshot: Snapshot, lists: [ReplayedList])?, to path: String) throws {
        let assessments = Dictionary(grouping: small.assessments, by: \.participantId)
        let scores = Dictionary(grouping: small.scores, by: \.assessmentId)
        let runs = Dictionary(grouping: small.runs, by: \.participantId)
        let choices = Dictionary(grouping: small.choices, by: \.matchRunId)
        let placements = Dictionary(grouping: small.placements, by: \.participantId)
        let feedback = Dictionary(grouping: small.feedback.filter { $0.participantId != nil }, by: { $0.participantId })
        try SnapshotWriter.write(to: path, overwrite: true) { writer in
            for scale in small.scales { try writer.add(scale) }
            for place in small.workplaces { try writer.add(place) }
            for entry in small.profiles { try writer.add(entry) }
            var random = SeededRandom(seed: 1)
            for number in 0..<people {
                let copy = UInt64(number / small.participants.count)
                func renamed(_ key: Pseudonym) -> Pseudonym {
                    Pseudonym(high: CounterRandom.bits(seed: copy, participant: key.high, replicate: key.low), low: key.low)
                }
                var participant = small.participants[number % small.participants.count]
                let key = participant.participantId
                participant.participantId = renamed(key)
                try writer.add(participant)
                for var assessment in assessments[key] ?? [] {
                    for var score in scores[assessment.assessmentId] ?? [] {
                        score.assessmentId = renamed(score.assessmentId)
                        score.score = score.score.map { min(80, max(20, (($0 + 3 * random.normal()) * 10).rounded() / 10)) }
                        try writer.add(score)
                    }
                    assessment.assessmentId = renamed(assessment.assessmentId)
                    assessment.participantId = participant.participantId
                    assessment.supersededBy = assessment.supersededBy.map(renamed)
                    try writer.add(assessment)
                }
                for var run in runs[key] ?? [] {
                    for var choice in choices[run.matchRunId] ?? [] {
                        choice.choiceId = renamed(choice.choiceId)
                        choice.matchRunId = renamed(choice.matchRunId)
                        try writer.add(choice)
                    }
                    run.matchRunId = renamed(run.matchRunId)
                    run.participantId = participant.participantId
                    run.assessmentId = renamed(run.assessmentId)
                    try writer.add(run)
                }
                for var placement in placements[key] ?? [] {
                    placement.placementId = renamed(placement.placementId)
                    placement.participantId = participant.participantId
                    placement.matchRunId = placement.matchRunId.map(renamed)
                    try writer.add(placement)
                }
                for var answer in feedback[key] ?? [] {
                    answer.feedbackId = renamed(answer.feedbackId)
                    answer.participantId = participant.participantId
                    answer.matchRunId = answer.matchRunId.map(renamed)
                    try writer.add(answer)
                }
            }
            if let lists {
                for (run, list) in zip(lists.snapshot.runs, lists.lists) {
                    for (rank, place) in list.workplaces.enumerated() {
                        try writer.add(
                            MatchResult(
                                matchRunId: run.matchRunId, rank: rank + 1, workplaceId: lists.snapshot.workplaces[place].workplaceId,
                                distance: list.distances[rank]))
                    }
                }
            }
            return small.manifest
        }
    }
}

extension Snapshot {
    /// The same kinds of places until there are so many, each copy with targets a little off.
    fileprivate mutating func multiplyPlaces(to count: Int) {
        let (places, entries) = (workplaces, Dictionary(grouping: profiles, by: \.workplaceId))
        var random = SeededRandom(seed: 2)
        for number in places.count..<max(places.count, count) {
            var place = places[number % places.count]
            let original = place.workplaceId
            place.workplaceId = original + "-\(number / places.count)"
            workplaces.append(place)
            for var entry in entries[original] ?? [] {
                entry.workplaceId = place.workplaceId
                entry.target = ((entry.target + 3 * random.normal()) * 10).rounded() / 10
                profiles.append(entry)
            }
        }
    }
}

struct BenchmarkError: Error, CustomStringConvertible {
    let description: String
}
