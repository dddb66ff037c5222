import Cohort
import MatchReplay
import Metrics
import Testing

struct OutcomeTableTests {
    private func outcome(_ number: Int, distance: (Double, Double)?, day: (Double, Double) = (0, 0), best: (Int, Int) = (0, 0)) -> ParticipantOutcome {
        let pair: Result<BeforeAfter<Double>, Unavailable> = distance.map { .success(BeforeAfter(before: $0.0, after: $0.1)) } ?? .failure(.otherUnit)
        let agreement = ListLikeness([0, 1], [0, 1], depth: 1, persistence: 0.9)
        return ParticipantOutcome(
            participant: Pseudonym(high: 1, low: UInt64(number)),
            change: ListChange(
                agreement: agreement, firstPlaces: .success(BeforeAfter(before: [best.0], after: [best.1])),
                best: .success(BeforeAfter(before: best.0, after: best.1)), bestKind: .success(BeforeAfter(before: "paid", after: "paid")),
                dayActivity: .success(BeforeAfter(before: day.0, after: day.1)), bestDistance: pair),
            withRecorded: agreement)
    }

    private static func labels(_ people: Int, women: Int) -> [[Attribute: String]] {
        (0..<people).map { [.gender: $0 < women ? "female" : "male"] }
    }

    /// 20 women of whom 10 gain and 10 lose, 30 men who stay as they are: both numbers stand in one value.
    @Test func gainsAndLossesStandSideBySide() throws {
        let outcomes: [ParticipantOutcome] = (0..<50).map { (number: Int) in
            let after: Double = number < 10 ? 1 : number < 20 ? 2.5 : 2
            return outcome(number, distance: (2, after), day: (0.4, number < 20 ? 0.2 : 0.4), best: (0, number < 20 ? 1 : 0))
        }
        let labels = Self.labels(50, women: 20)
        let table = OutcomeTable(outcomes, labels: labels)
        #expect(table.total.bestMatch == .shown(GainsAndLosses(gain: 10, lose: 10, unchanged: 30, unavailable: 0)))
        let genders = table.groups.filter { $0.attribute == .gender }
        #expect(genders.map(\.group) == ["female", "male"])
        #expect(genders[0].bestMatch == .shown(GainsAndLosses(gain: 10, lose: 10, unchanged: 0, unavailable: 0)))
        #expect(genders[0].dayActivity == .shown(GainsAndLosses(gain: 20, lose: 0, unchanged: 0, unavailable: 0)))
        #expect(genders[1].best == .shown(Changes(changed: 0, unchanged: 30, unavailable: 0)))
        guard case .shown(.success(let gap))? = genders[0].dayActivityGap else { Issue.record("no gap"); return }
        #expect(abs(gap.gap.before) < 1e-15 && abs(gap.gap.after + 0.2) < 1e-12 && gap.people == 20 && gap.restPeople == 30)
        // Attributes that nobody has a label for: everybody is unknown, and there is no gap.
        let unknown = table.groups.filter { $0.attribute == .ageBand }
        #expect(unknown.map(\.group) == [Attribute.unknown] && unknown[0].bestDistanceGap == nil && unknown[0].people == .shown(50))
        #expect(try table.total.overlap.get() == 1)
    }

    /// Seven lose among 25: the split is withheld, and so is that of the other group, from which it could be computed.
    @Test func smallCountsAreWithheldOnBothSides() throws {
        let outcomes: [ParticipantOutcome] = (0..<60).map { outcome($0, distance: (2, $0 < 7 ? 3 : 2)) }
        let table = OutcomeTable(outcomes, labels: Self.labels(60, women: 25))
        let genders = table.groups.filter { $0.attribute == .gender }
        #expect(genders.allSatisfy { $0.bestMatch == .withheld } && table.total.bestMatch == .withheld)
        #expect(genders.map(\.people) == [.shown(25), .shown(35)] && genders.allSatisfy { $0.best != .withheld })
        // A small group takes the next smallest with it, in everything.
        var labels = Self.labels(60, women: 25)
        for number in 0..<5 { labels[number] = [.gender: "other"] }
        let small = OutcomeTable(outcomes, labels: labels)
        let groups = small.groups.filter { $0.attribute == .gender }
        #expect(groups.map(\.group) == ["female", "male", "other"])
        #expect(groups.map(\.people) == [.withheld, .shown(35), .withheld] && groups[2].dayActivityGap == .withheld && groups[0].list == .withheld)
    }

    @Test func anotherUnitIsAReason() throws {
        let table = OutcomeTable((0..<40).map { outcome($0, distance: nil) }, labels: Self.labels(40, women: 20))
        let genders = table.groups.filter { $0.attribute == .gender }
        #expect(genders[0].bestDistanceGap == .shown(.failure(.otherUnit)))
        #expect(genders[0].bestMatch == .shown(GainsAndLosses(gain: 0, lose: 0, unchanged: 0, unavailable: 20)))
    }

    /// The gap's change is Welch's on every person's own change: pairs stay together.
    @Test func theGapIsPaired() throws {
        let group: [BeforeAfter<Double>] = (0..<20).map { (number: Int) in
            let before = Double(number)
            return BeforeAfter(before: before, after: before + 1 + Double(number % 3))
        }
        let rest: [BeforeAfter<Double>] = (0..<30).map { (number: Int) in
            let before = Double(2 * number)
            return BeforeAfter(before: before, after: before + Double(number % 2))
        }
        let gap = try GroupGap(group: group, rest: rest)
        let welch = try WelchDifference(group: group.map(\.change), reference: rest.map(\.change))
        #expect(try gap.changeInterval.get() == welch.interval(level: 0.95))
        #expect(abs(gap.gap.change - welch.estimate) < 1e-12)
        let before = try WelchDifference(group: group.map(\.before), reference: rest.map(\.before))
        #expect(try gap.intervalBefore.get() == before.interval(level: 0.95))
        let still = [BeforeAfter(before: 1.0, after: 1.0), BeforeAfter(before: 2, after: 2)]
        #expect(try GroupGap(group: still, rest: still).changeInterval == .failure(.undefined(.zeroVariance)))
        #expect(throws: Undefined.noObservations) { try GroupGap(group: [], rest: still) }
    }

    /// From two cores to one value: a scenario of nothing changes nothing, and a scenario that brings ar nearer is seen to.
    @Test func fromListsToOutcomes() throws {
        var random = SeededRandom(seed: 5)
        var town = Municipality.random(&random, people: [("nl", 30), ("ar", 30)])
        for index in 30..<60 { town.people[index].scores["a"] = (town.people[index].scores["a"] ?? 0) - 60 }
        let input = ReplayInput(snapshot: try town.snapshot(), core: .test())
        let baseline = try LatestLists(input, top: 12, threads: 2)
        let labels = OutcomeTable.labels(of: baseline, in: input.snapshot)
        func table(_ scenario: any MatchReplay.Scenario) throws -> OutcomeTable {
            let changed = try scenario.apply(input)
            let comparison = ListComparison(workplaces: input.snapshot.workplaces, hasSameUnit: changed.hasSameDistanceUnit(as: input))
            let outcomes = ParticipantOutcome.all(
                baseline: baseline, scenario: try LatestLists(changed, top: 12, threads: 1), recorded: input.snapshot.lists, comparison: comparison)
            return OutcomeTable(outcomes, labels: labels, minimum: 1)
        }
        let nothing = try table(AsRecorded())
        #expect(nothing.total.list == .shown(Changes(changed: 0, unchanged: 60, unavailable: 0)))
        let lifted = try table(LambdaBand(percentage: 100))
        let groups = lifted.groups.filter { $0.attribute == .testLanguage }
        #expect(groups.map(\.group) == ["ar", "nl"])
        // Whom it is not about does not lose: that is what frozen constants are for.
        #expect(groups[1].bestMatch == .shown(GainsAndLosses(gain: 0, lose: 0, unchanged: 30, unavailable: 0)))
        guard case .shown(.success(let gap))? = groups[0].bestDistanceGap else { Issue.record("no gap"); return }
        #expect(gap.gap.before > 0 && gap.gap.after < gap.gap.before)
    }
}
