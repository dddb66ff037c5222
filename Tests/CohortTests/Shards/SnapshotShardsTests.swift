import Foundation
import Testing

@testable import Cohort

@Suite struct SnapshotShardsTests {
    /// Seventeen people with tests, lists and journeys, and things that no list depends on.
    private static func write(_ path: String) throws {
        func key(_ kind: UInt64, _ number: Int) -> Pseudonym { Pseudonym(high: UInt64(number) &* 0x9E37_79B9_7F4A_7C15, low: kind) }
        let day = Day(number: 20_500)
        try SnapshotWriter.write(to: path) { writer in
            try writer.add(Scale(scaleCode: "s", component: "capacity", labelNl: "s", labelEn: "s", minimum: 20, maximum: 80, languageFree: false))
            for place in ["W1", "W2"] {
                try writer.add(Workplace(workplaceId: place, workKind: "paid", activeFrom: day))
                try writer.add(IdealProfileEntry(workplaceId: place, profileVariant: "", scaleCode: "s", target: 50, weight: 1))
            }
            for number in 0..<17 {
                try writer.add(Participant(participantId: key(1, number)))
                try writer.add(TravelTime(participantId: key(1, number), workplaceId: "W1", minutes: number))
                for sitting in 0..<2 {
                    try writer.add(Assessment(assessmentId: key(2, 2 * number + sitting), participantId: key(1, number), testLanguage: "nl"))
                    try writer.add(AssessmentScore(assessmentId: key(2, 2 * number + sitting), scaleCode: "s", score: Double(40 + number)))
                }
                let run = key(3, 31 * number)
                try writer.add(
                    MatchRun(matchRunId: run, participantId: key(1, number), assessmentId: key(2, 2 * number), algorithmVersion: "1", executedOn: day, sequence: 1))
                try writer.add(MatchResult(matchRunId: run, rank: 1, workplaceId: number.isMultiple(of: 2) ? "W1" : "W2", distance: 1))
                try writer.add(Choice(choiceId: key(4, number), matchRunId: run, decidedOn: day, sequence: 1))
            }
            let relations = ["participant", "scale", "assessment", "assessment_score", "workplace", "ideal_profile", "match_run", "match_result", "choice", "travel_time"]
            return SnapshotManifest(
                contractVersion: "1", toolVersion: "test", period: Period(from: day, to: day)!, timeZone: "Europe/Amsterdam", ageBandBounds: [27],
                linkable: false, transformations: [:], unrecognised: [:],
                relations: Dictionary(uniqueKeysWithValues: relations.map { ($0, .init(offered: true)) }))
        }
    }

    @Test(arguments: [1, 2, 5, 17, 40])
    func everybodyIsInOneShardWithAllThatIsTheirs(_ count: Int) throws {
        try SnapshotFileTests.withFile { path in
            try Self.write(path)
            let whole = try Snapshot.read(from: path)
            let shards = try SnapshotShards(path, count: count)
            let parts = try (0..<count).map { try shards.shard($0) }
            #expect(parts.flatMap(\.participants) == whole.participants)
            #expect(parts.flatMap(\.assessments).sorted { $0.assessmentId < $1.assessmentId } == whole.assessments)
            #expect(parts.flatMap(\.scores).sorted { $0.assessmentId < $1.assessmentId } == Array(whole.scores))
            #expect(parts.flatMap(\.travelTimes) == whole.travelTimes)
            let runs = parts.flatMap { part in zip(part.runs, part.lists).map { ($0, $1) } }.sorted { $0.0.matchRunId < $1.0.matchRunId }
            #expect(runs.map(\.0) == whole.runs && runs.map(\.1) == whole.lists)
            for part in parts {
                let own = Set(part.participants.map(\.participantId))
                #expect(part.runs.allSatisfy { own.contains($0.participantId) } && part.assessments.allSatisfy { own.contains($0.participantId) })
                #expect(part.choices.isEmpty && part.scaling == whole.scaling && part.workplaces == whole.workplaces && part.profiles == whole.profiles)
                #expect(abs(part.participants.count - 17 / count) <= 1)
            }
        }
    }

    @Test func aShardFileIsTheShard() throws {
        try SnapshotFileTests.withFile { path in
            try Self.write(path)
            let shards = try SnapshotShards(path, count: 3)
            let file = path + ".shard"
            defer { try? FileManager.default.removeItem(atPath: file) }
            try shards.write(1, to: file)
            let (read, shard) = (try Snapshot.read(from: file), try shards.shard(1))
            #expect(read.participants == shard.participants && read.scores == shard.scores && read.runs == shard.runs && read.lists == shard.lists)
            #expect(read.travelTimes == shard.travelTimes && read.scaling == shard.scaling)
            #expect(!read.offers("choice") && read.offers("travel_time"))
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
            #expect(throws: SnapshotError.self) { try shards.write(1, to: file) }
        }
    }

    @Test func whatIsLeftOutIsCheckedAllTheSame() throws {
        try SnapshotFileTests.withFile { path in
            try Self.write(path)
            let whole = try Snapshot.read(from: path)
            let some = try Snapshot.read(from: path, leavingOut: ["match_result", "choice", "participant"])
            #expect(some.digest == whole.digest && some.manifest == whole.manifest && some.runs == whole.runs && some.scores == whole.scores)
            #expect(some.participants.isEmpty && some.choices.isEmpty && some.lists.count == whole.runs.count && some.lists.allSatisfy(\.workplaces.isEmpty))
        }
    }
}
