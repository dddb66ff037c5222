import Cohort
import Demonstration
import Foundation
import Intake
import MatchReplay
import Testing

/// The town with HalloWerk.
struct PlatformTests {
    private static let plain = Result { try DemonstrationMunicipality(seed: 1, system: .halloWerk, planted: []) }

    @Test func thePlatformIsAsItIsDescribed() throws {
        let records = try Self.plain.get().records
        #expect(records.invitations.count == 950 && records.participants.count == 950 && records.workplaces.count == 120)
        let responses = Dictionary(grouping: records.invitations, by: \.response).mapValues(\.count)
        #expect((660...740).contains(responses["accepted"] ?? 0) && (90...160).contains(responses["declined"] ?? 0) && (90...160).contains(responses[nil] ?? 0))
        let listed = Set(records.runs.map(\.participantId))
        #expect((640...730).contains(listed.count))
        #expect(Set(records.invitations.filter { $0.response == "accepted" }.map(\.participantId)).isSuperset(of: listed))
        let register = records.participants.compactMap(\.targetGroupRegister)
        #expect((0.2...0.3).contains(Double(register.count { $0 }) / Double(register.count)))
        #expect(records.choices.isEmpty && !records.feedback.isEmpty)
        #expect(Set(records.abilities.map(\.participantId)).isSuperset(of: listed) && records.demands.count == 120)
        #expect(Set(records.contacts.map(\.initiatedBy)) == ["employer", "participant"])
        #expect(records.contacts.count { $0.initiatedBy == "employer" } > 500)
        #expect(records.contacts.allSatisfy { (1...25).contains($0.shownRank ?? 0) && $0.contactedOn <= Quarter.year(2026).upperBound.last })
        #expect(Set(records.contacts.map(\.contactId)).count == records.contacts.count)
        // Employers contact nearer people more often.
        let ranks = records.contacts.filter { $0.initiatedBy == "employer" }.compactMap(\.shownRank)
        #expect(ranks.count { $0 <= 5 } > 2 * ranks.count { $0 > 20 })
        // Only people who may be approached.
        let hidden = Set(records.abilities.filter { $0.directlyApproachable == false }.map(\.participantId))
        #expect(!records.contacts.contains { $0.initiatedBy == "employer" && hidden.contains($0.participantId) })
        // Whoever was hired has a placement from then on.
        let placed = Dictionary(uniqueKeysWithValues: records.placements.map { ($0.participantId, $0.startedOn) })
        #expect(records.contacts.filter { $0.outcome == "hired" }.allSatisfy { contact in placed[contact.participantId].map { contact.contactedOn < $0 } ?? false })
        #expect((130...280).contains(records.placements.count))
    }

    @Test func theListShowsOnlyWhatTheLimitsAllow() throws {
        let records = try Self.plain.get().records
        let places = Dictionary(uniqueKeysWithValues: records.workplaces.map { ($0.workplaceId, $0) })
        let demands = Dictionary(uniqueKeysWithValues: records.demands.map { ($0.workplaceId, $0) })
        let abilities = Dictionary(uniqueKeysWithValues: records.abilities.map { ($0.participantId, $0) })
        let people = Dictionary(uniqueKeysWithValues: records.participants.map { ($0.participantId, $0) })
        let runs = Dictionary(uniqueKeysWithValues: records.runs.map { ($0.matchRunId, $0) })
        for result in records.results {
            let run = try #require(runs[result.matchRunId]), place = try #require(places[result.workplaceId])
            let ability = try #require(abilities[run.participantId]), demand = try #require(demands[result.workplaceId])
            #expect(!(demand.standing == true && ability.canStand == false) && !(demand.lifting == true && ability.canLift == false))
            #expect(!(demand.sitting == true && ability.canSit == false) && !(demand.bending == true && ability.canBend == false))
            if let asked = place.minimumHours, let has = people[run.participantId]?.hoursAvailable { #expect(asked <= has) }
        }
        // Every place on a list has a journey, some of them longer than people want.
        let journeys = Set(records.travelTimes.map { "\($0.participantId) \($0.workplaceId)" })
        #expect(records.results.allSatisfy { journeys.contains("\(runs[$0.matchRunId]?.participantId ?? "") \($0.workplaceId)") })
        let reach = Figures.outOfReach(records).values
        #expect((0.08...0.3).contains(reach.reduce(0, +) / Double(reach.count)))
    }

    @Test(arguments: [[], PlantedEffect.all(of: .halloWerk)] as [Planting])
    func everyListIsReplayedExactly(planted: Planting) throws {
        let snapshot = try DemonstrationMunicipality(seed: 2, system: .halloWerk, planted: planted).snapshot()
        let lists = try Replay(snapshot: snapshot, core: DemonstrationCore.core(of: .halloWerk)).recordedLengthLists(threads: 2)
        let fidelity = Fidelity.measure(snapshot: snapshot, replayed: lists)
        #expect(fidelity.rate == 1 && fidelity.maximumDistanceError == 0)
    }

    /// With nothing planted no group differs but by chance, in what each effect is about and in both systems.
    @Test func nothingPlantedIsNothingThere() throws {
        var zs: [Double] = []
        for seed: UInt64 in 11...13 {
            let town = try DemonstrationMunicipality(seed: seed, planted: []).records
            let paper = Figures.tested(town) { $0.mode == "paper" }, ending = Figures.who(town) { $0.birthYear.map { (27...44).contains(2026 - $0) } ?? false }
            let low = Figures.who(town) { $0.educationLevel == "low" }, women = Figures.who(town) { $0.gender == "female" }
            let followed = Figures.who(town) { $0.birthYear.map { (45...54).contains(2026 - $0) } ?? false }
            zs.append(Facts.compare(Facts.dayActivityShares(town)) { paper.contains($0) }.z)
            zs.append(Facts.compare(Figures.daysOnWrongProfile(town)) { low.contains($0) }.z)
            zs.append(Facts.compare(Figures.staleShares(town)) { women.contains($0) }.z)
            zs.append(Facts.compare(Figures.followedWeakAdvice(town)) { followed.contains($0) }.z)
            zs.append(Facts.compare(Figures.endedEarly(town, until: Quarter.year(2026).upperBound.last)) { ending.contains($0) }.z)
            let platform = try DemonstrationMunicipality(seed: seed, system: .halloWerk, planted: []).records
            let register = Figures.who(platform) { $0.targetGroupRegister == true }, far = Figures.who(platform) { $0.municipality == "GM1904" }
            zs.append(Facts.compare(Figures.contacts(platform)) { register.contains($0) }.z)
            zs.append(Facts.compare(Figures.outOfReach(platform)) { far.contains($0) }.z)
        }
        // 21 nearly independent z: chi-squared with 21 degrees of freedom, .0001 to .9999.
        #expect(zs.allSatisfy { abs($0) < 4.5 })
        #expect((4.9...54.0).contains(zs.reduce(0) { $0 + $1 * $1 }), "\(zs)")
    }
}
