import Cohort
import Demonstration
import Foundation
import Intake
import MatchReplay
import Testing

struct GeneratorTests {
    private static let first = Quarter.year(2026).lowerBound.first, last = Quarter.year(2026).upperBound.last

    @Test func oneSeedGivesOneDemonstrationByteByByte() throws {
        let first = try Facts.planted.get()
        let again = try DemonstrationMunicipality(seed: 1, planted: PlantedEffect.all)
        #expect(first.records == again.records)
        #expect(try DemonstrationMunicipality(seed: 2, planted: first.planted).records != first.records)

        let paths = [Facts.temporaryPath(), Facts.temporaryPath()]
        defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
        try first.write(toSnapshot: paths[0], toolVersion: "test")
        try again.write(toSnapshot: paths[1], toolVersion: "test")
        let bytes = try paths.map { try #require(FileManager.default.contents(atPath: $0)) }
        #expect(bytes[0] == bytes[1])
    }

    @Test func theTownIsAsItIsDescribed() throws {
        let records = try Facts.plain.get().records
        #expect(records.participants.count == 713)
        #expect(records.workplaces.count == 300)
        #expect(Dictionary(grouping: records.workplaces, by: \.workKind).mapValues(\.count) == ["paid": 95, "benefit_retained": 75, "sheltered": 60, "day_activity": 70])
        #expect(Dictionary(grouping: records.scales, by: \.component).mapValues(\.count) == ["capacity": 5, "personality": 5, "competence": 6])
        #expect(records.scales.filter(\.languageFree).map(\.scaleCode) == ["cap_spatial"])
        #expect(Set(records.participants.compactMap(\.municipality)) == ["GM0406", "GM0376", "GM0417", "GM0317"])
        let languages = Dictionary(grouping: Facts.languages(records).values, by: { $0 }).mapValues(\.count)
        #expect(languages == ["nl": 366, "ar": 100, "ti": 88, "uk": 76, "en": 56, "tr": 27])
        #expect(Set(records.assessments.compactMap(\.mode)) == ["online", "paper", "assisted"])
        #expect((6...9).contains(Set(records.choices.compactMap(\.counsellorId)).count))

        let runs = Dictionary(grouping: records.runs, by: \.participantId)
        #expect((680...713).contains(runs.count))
        #expect(Set(runs.values.map(\.count)) == [1, 2, 3])
        #expect(records.runs.allSatisfy { $0.executedOn >= Self.first && $0.executedOn <= Self.last })
        let firstMonths = Dictionary(grouping: records.participants.compactMap(\.firstRunOn), by: \.month)
        #expect(firstMonths.count == 12 && firstMonths.values.allSatisfy { $0.count >= 30 })
        let people = Set(records.runs.map(\.participantId)), choosers = Set(records.choices.map { "P" + $0.matchRunId.dropFirst().prefix(5) })
        #expect((0.8...0.95).contains(Double(choosers.count) / Double(people.count)))
        #expect((150...280).contains(records.placements.count))
        #expect((25...90).contains(records.participants.count { $0.leftOn != nil }))
        #expect(records.feedback.count > 100)
    }

    @Test func thereAreGapsEverywhere() throws {
        let records = try Facts.plain.get().records
        func unknown<Row, Value>(_ rows: [Row], _ value: (Row) -> Value?) -> Double { Double(rows.count { value($0) == nil }) / Double(rows.count) }
        #expect((0.005...0.06).contains(unknown(records.participants, \.gender)))
        #expect((0.005...0.06).contains(unknown(records.participants, \.birthYear)))
        #expect((0.02...0.09).contains(unknown(records.participants, \.educationLevel)))
        #expect((0.01...0.05).contains(unknown(records.scores, \.score)))
        #expect((0.02...0.06).contains(unknown(records.assessments, \.completedOn)))
        #expect((0.05...0.4).contains(unknown(records.workplaces, \.lastConfirmedOn)))
        #expect((0.02...0.1).contains(unknown(records.results.filter { $0.rank == 1 }, \.distance)))
        #expect((0.01...0.09).contains(unknown(records.choices, \.chosenWorkplaceId)))
        #expect(unknown(records.choices, \.counsellorId) > 0)
        #expect(records.assessments.contains { $0.qualityFlag != nil } && records.assessments.contains { $0.supersededBy != nil })
        #expect(records.workplaces.contains { $0.activeFrom > Self.first } && records.workplaces.contains { ($0.activeTo ?? Self.last) < Self.last })
        let ranks = Dictionary(uniqueKeysWithValues: records.results.map { ("\($0.matchRunId) \($0.workplaceId)", $0.rank) })
        let chosen = records.choices.compactMap { choice in choice.chosenWorkplaceId.map { ranks["\(choice.matchRunId) \($0)"] } }
        #expect(chosen.contains(nil), "some choices lie outside the list")
        #expect(Double(chosen.count { ($0 ?? 99) <= 5 }) / Double(chosen.count) > 0.75)
    }

    @Test func theContractHolds() throws {
        let records = try Facts.planted.get().records
        let bounds = 0.0...100.0
        #expect(records.scores.compactMap(\.score).allSatisfy(bounds.contains))
        #expect(records.profiles.allSatisfy { bounds.contains($0.target) && $0.weight > 0 && $0.profileVariant.isEmpty })
        for list in Dictionary(grouping: records.results, by: \.matchRunId).values {
            #expect(list.map(\.rank) == Array(1...25))
            let distances = list.compactMap(\.distance)
            #expect(distances.isEmpty || distances.count == 25)
            #expect(zip(distances, distances.dropFirst()).allSatisfy { $0 <= $1 })
        }
        for placement in records.placements {
            #expect(placement.startedOn <= Self.last && (placement.endedOn ?? Self.last) >= placement.startedOn)
        }
        let assessments = Dictionary(uniqueKeysWithValues: records.assessments.map { ($0.assessmentId, $0) })
        for run in records.runs {
            let assessment = try #require(assessments[run.assessmentId])
            #expect(assessment.participantId == run.participantId)
            #expect(try #require(assessment.completedOn) <= run.executedOn)
        }
        #expect(records.feedback.allSatisfy { (1...5).contains($0.score ?? 3) && $0.givenOn <= Self.last })
        // The intake checks codes, keys, references and ranges; it counts what it does not recognise.
        let snapshot = try Facts.snapshot(Facts.planted.get())
        #expect(snapshot.manifest.unrecognised.isEmpty)
        #expect(snapshot.runs.count == records.runs.count && snapshot.choices.count == records.choices.count)
        // As from PostgreSQL: people with a list or a test.
        let listed = Set(records.runs.map(\.participantId)), tested = Set(records.assessments.map(\.participantId))
        #expect(snapshot.participants.count(where: { $0.firstRunOn != nil }) == listed.count)
        #expect(snapshot.participants.count > listed.count && snapshot.participants.count <= listed.union(tested).count)
    }

    @Test func theCoresAreThoseAtTheRoot() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        #expect(FileManager.default.contents(atPath: root.path + "/core.json") == Data(DemonstrationCore.json.utf8))
        #expect(FileManager.default.contents(atPath: root.path + "/core-hallowerk.json") == Data(DemonstrationCore.halloWerkJSON.utf8))
    }

    @Test(arguments: [1, 2, 3] as [UInt64], [PlantedEffect.all, []] as [Planting])
    func everyListIsReplayedExactly(seed: UInt64, planted: Planting) throws {
        let snapshot = try Facts.snapshot(DemonstrationMunicipality(seed: seed, planted: planted))
        let lists = try Replay(snapshot: snapshot, core: DemonstrationCore.core()).recordedLengthLists(threads: 2)
        let fidelity = Fidelity.measure(snapshot: snapshot, replayed: lists)
        #expect(fidelity.rate == 1)
        #expect(fidelity.maximumDistanceError == 0)
    }
}
