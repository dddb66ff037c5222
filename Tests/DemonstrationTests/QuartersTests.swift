import Cohort
import Demonstration
import Foundation
import Intake
import MatchReplay
import Testing

/// Twelve quarters, and what a snapshot of some of them holds.
struct QuartersTests {
    private static let twelve = Result { try DemonstrationMunicipality(seed: 1, planted: [], quarters: Quarter.all) }

    @Test func aYearIsTheSameWhateverOtherQuartersAreMade() throws {
        let all = try Self.twelve.get().records, year = try Facts.plain.get().records
        #expect(all.participants.count == 3 * 713)
        let people = Set(year.participants.map(\.participantId)), places = Set(year.workplaces.map(\.workplaceId))
        #expect(all.participants.filter { people.contains($0.participantId) } == year.participants)
        #expect(all.workplaces.filter { places.contains($0.workplaceId) } == year.workplaces)
        #expect(all.assessments.filter { people.contains($0.participantId) } == year.assessments)
        let runs = Set(year.runs.map(\.matchRunId))
        #expect(all.runs.filter { runs.contains($0.matchRunId) } == year.runs)
        #expect(all.results.filter { runs.contains($0.matchRunId) } == year.results)
        #expect(all.choices.filter { runs.contains($0.matchRunId) } == year.choices)
        #expect(all.placements.filter { people.contains($0.participantId) } == year.placements)
    }

    @Test func everyQuarterHasPeopleAndPlaces() throws {
        let records = try Self.twelve.get().records
        for quarter in Quarter.all.quarters {
            let days = quarter.first...quarter.last
            #expect(Set(records.runs.filter { days.contains($0.executedOn) }.map(\.participantId)).count > 150, "\(quarter)")
            let onOffer = records.workplaces.count { $0.activeFrom <= quarter.first && ($0.activeTo ?? quarter.first) >= quarter.first }
            #expect((200...280).contains(onOffer), "\(quarter)")
        }
        // Placements can be followed for a year.
        let last = Quarter.all.upperBound.last
        #expect(records.placements.count { last - $0.startedOn >= 365 } > 300)
    }

    /// What was known at the end of an earlier quarter has nothing of later ones in it.
    @Test func nothingIsKnownBeforeItHappens() throws {
        let early = try #require(Quarter("2024-Q2"))
        let records = try DemonstrationMunicipality(seed: 1, planted: PlantedEffect.all, quarters: Quarter.all.lowerBound...early).records
        let last = early.last
        #expect(records.participants.compactMap(\.firstRunOn).allSatisfy { $0 <= last } && records.participants.compactMap(\.leftOn).allSatisfy { $0 <= last })
        #expect(records.assessments.compactMap(\.completedOn).allSatisfy { $0 <= last })
        #expect(records.runs.allSatisfy { $0.executedOn <= last } && records.choices.allSatisfy { $0.decidedOn <= last })
        #expect(records.placements.allSatisfy { $0.startedOn <= last && ($0.endedOn ?? last) <= last })
        #expect(records.workplaces.compactMap(\.lastConfirmedOn).allSatisfy { $0 <= last } && records.workplaces.allSatisfy { $0.activeFrom <= last })
        let sittings = Set(records.assessments.map(\.assessmentId))
        #expect(records.assessments.compactMap(\.supersededBy).allSatisfy(sittings.contains))
    }

    @Test(arguments: DemonstrationSystem.allCases)
    func inMemoryIsWhatAFileHolds(system: DemonstrationSystem) throws {
        let quarters = try #require(Quarter("2026-Q3"))...Quarter.all.upperBound
        let town = try DemonstrationMunicipality(seed: 3, system: system, planted: PlantedEffect.all(of: system), quarters: quarters)
        // A part of the days, so that what is left out is the same too.
        let period = try #require(Period(from: quarters.lowerBound.first + 10, to: quarters.upperBound.last + -5))
        let path = Facts.temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try town.write(toSnapshot: path, period: period, toolVersion: "test")
        let file = try Snapshot.read(from: path), memory = try town.snapshot(of: period, toolVersion: "test")
        #expect(memory.participants == file.participants && memory.scales == file.scales && memory.assessments == file.assessments)
        #expect(memory.scores == file.scores && memory.scaling == file.scaling)
        #expect(memory.workplaces == file.workplaces && memory.profiles == file.profiles && memory.runs == file.runs && memory.lists == file.lists)
        #expect(memory.choices == file.choices && memory.placements == file.placements && memory.feedback == file.feedback)
        #expect(memory.invitations == file.invitations && memory.abilities == file.abilities && memory.demands == file.demands)
        #expect(memory.travelTimes == file.travelTimes && memory.contacts == file.contacts)
        #expect(memory.manifest.period == period && file.manifest.period == period)
        #expect(memory.manifest.relations.mapValues(\.rowCount) == file.manifest.relations.mapValues(\.rowCount))
        #expect(memory.manifest.relations.mapValues(\.offered) == file.manifest.relations.mapValues(\.offered))
        #expect(memory.offers("employer_contact") == (system == .halloWerk) && memory.offers("choice") == (system == .ikZoek))
        #expect(!memory.runs.isEmpty && memory.runs.allSatisfy { period.contains($0.executedOn) })
        #expect(try town.snapshot(of: period).digest == memory.digest && town.snapshot().digest != memory.digest)
        let outside = try #require(Period(from: Quarter.all.lowerBound.first, to: Quarter.all.lowerBound.last))
        #expect(throws: DemonstrationError.self) { try town.snapshot(of: outside) }
    }

    @Test func theListsOfTwelveQuartersAreReplayedExactly() throws {
        let snapshot = try Self.twelve.get().snapshot()
        let lists = try Replay(snapshot: snapshot, core: DemonstrationCore.core()).recordedLengthLists(threads: 2)
        #expect(Fidelity.measure(snapshot: snapshot, replayed: lists).rate == 1)
    }
}
