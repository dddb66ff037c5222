import Cohort
import Metrics
import Testing

@testable import MatchReplay

struct TieAuditOfListsTests {
    private static func audit(_ snapshot: Snapshot, _ core: RankingCore, depth: Int, labels: [String?]? = nil, threads: Int = 2) throws -> TieAuditOfLists {
        try TieAuditOfLists.measure(
            snapshot: snapshot, core: core, runs: snapshot.runs.indices.map { ($0, labels?[$0]) }, depth: depth, threads: threads)
    }

    /// A and B tie for the first two places, C, D and E for the next three, of which the first three ranks show one; F is last.
    @Test func aListByHand() throws {
        let targets: [(String, Double)] = [("A", 1), ("B", -1), ("C", 2), ("D", -2), ("E", 2), ("F", 3)]
        var snapshot = try TinyMunicipality(
            scales: ["a": "capacity"], places: targets.map { .init(id: $0.0, targets: ["a": $0.1]) },
            runs: [.init(person: 1, scores: ["a": 0]), .init(person: 2, scores: ["a": 0.25]), .init(person: 3, scores: ["a": nil])]
        ).snapshot()
        snapshot.workplaces[2].workKind = "sheltered"
        let one = try TieAuditOfLists.measure(snapshot: snapshot, core: .test(), runs: [(0, nil)], depth: 3, threads: 1).overall
        let weights = (1...3).map { Discount.logarithmic.weight(rank: $0) }
        let first = (weights[0] + weights[1]) / 2, third = weights[2] / 3
        #expect(one.lists == 1 && one.tiedLists == 1 && one.cutLists == 1 && one.tiedPairs == 4)
        #expect(one.given == [weights[0], weights[1], weights[2], 0, 0, 0])
        #expect(one.expected == [first, first, third, third, third, 0])
        #expect(abs((one.movedShare ?? .nan) - (weights[0] - first + weights[2] - third) / weights.reduce(0, +)) < 1e-15)

        // C and E are equally far from the second person, too; nobody else ties, and the third has no list.
        let all = try Self.audit(snapshot, .test(), depth: 3)
        #expect(all.overall.lists == 2 && all.overall.emptyLists == 1 && all.overall.tiedLists == 2 && all.overall.cutLists == 2 && all.overall.tiedPairs == 5)
        let who = TieBeneficiaries(all.overall, workplaces: snapshot.workplaces, most: 2)
        #expect(who.gaining.map(\.workplace) == [2, 0])
        #expect(who.losing.map(\.workplace) == [4, 1])
        #expect(who.workKinds.map(\.workKind) == ["paid", "sheltered"] && who.workKinds.map(\.places) == [5, 1])
        #expect(abs(who.workKinds[0].gift + who.workKinds[1].gift) < 1e-12 && who.workKinds[1].gift > 0)
    }

    /// The audit of `Metrics`, from a matrix of distances.
    @Test(arguments: 1...6 as ClosedRange<UInt64>, [1, 4, 10])
    func agreesWithTheAuditOfMetrics(seed: UInt64, depth: Int) throws {
        let snapshot = try InvarianceTests.municipality(seed: seed).snapshot(), core = RankingCore.test(missing: .skip)
        let replay = try Replay(snapshot: snapshot, core: core)
        var values: [Double] = []
        for run in snapshot.runs.indices {
            var row = [Double](repeating: .infinity, count: snapshot.workplaces.count)
            let list = try replay.list(forRun: run, top: nil)
            for (place, distance) in zip(list.workplaces, list.distances) { row[place] = distance }
            values += row
        }
        let matrix = try DistanceMatrix(participants: snapshot.runs.count, workplaces: snapshot.workplaces.count, values: values)
        // The order of the snapshot is the byte order of the ids.
        let reference = try TieAudit(matrix, ties: .lowerIndexFirst, discount: .logarithmic, depth: depth)
        let own = try Self.audit(snapshot, core, depth: depth).overall
        #expect(own.lists == reference.count && own.emptyLists == reference.withoutList)
        #expect(own.tiedLists == reference.tiedLists && own.cutLists == reference.cutLists && own.tiedLists > 0)
        #expect(zip(own.given, reference.given).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(zip(own.expected, reference.expected).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(abs((own.movedShare ?? .nan) - reference.estimate) < 1e-12)
        #expect(abs(own.gifts.reduce(0, +)) < 1e-11)
    }

    @Test func groupsAddUpAndThreadsDoNotMatter() throws {
        var municipality = InvarianceTests.municipality(seed: 1)
        // Several blocks of lists.
        municipality.runs = (0..<300).map { number in
            var run = municipality.runs[number % municipality.runs.count]
            run.person = UInt64(number)
            return run
        }
        let snapshot = try municipality.snapshot(), core = RankingCore.test()
        let labels = snapshot.runs.indices.map { $0 % 4 == 0 ? nil : $0 % 3 == 0 ? "ar" : "nl" }
        let audit = try Self.audit(snapshot, core, depth: 5, labels: labels, threads: 1)
        #expect(audit.groups.map(\.label) == ["ar", "nl", "unknown"])
        let groups = audit.shownGroups().compactMap(\.figure.value)
        #expect(groups.map(\.lists).reduce(0, +) == audit.overall.lists && groups.count == 3)
        for place in snapshot.workplaces.indices {
            #expect(abs(groups.map { $0.given[place] }.reduce(0, +) - audit.overall.given[place]) < 1e-9)
        }
        // One group of nine hides a second one, for the total would tell.
        let few = snapshot.runs.indices.map { $0 < 9 ? "ar" : $0 < 40 ? "en" : "nl" }
        let withheld = try Self.audit(snapshot, core, depth: 5, labels: few)
        #expect(withheld.shownGroups().map { $0.figure == .withheld } == [true, true, false])
        #expect(try Self.audit(snapshot, core, depth: 5, labels: labels, threads: 2) == audit)
        #expect(try Self.audit(snapshot, core, depth: 5, labels: labels, threads: 7) == audit)
    }

    /// On the quantised real scenario: the lists of its first 500 people, all of them with ties.
    @Test func theRealScenarioIsFullOfTies() throws {
        let snapshot = try Scenario.municipality(people: "people_quantised.csv", workplaces: "workplaces_quantised.csv").snapshot()
        let audit = try TieAuditOfLists.measure(
            snapshot: snapshot, core: .test(ties: .numeric), runs: (0..<500).map { ($0, nil) }, depth: 10, threads: 2)
        #expect(audit.overall.lists == 500 && audit.overall.tiedLists == 500 && audit.overall.cutLists > 400)
        let who = TieBeneficiaries(audit.overall, workplaces: snapshot.workplaces, most: 10)
        // The lower number first: whoever gains most has a low number, whoever loses most a high one.
        func middle(_ places: [TieBeneficiaries.Place]) -> Double {
            Double(places.compactMap { Int(snapshot.workplaces[$0.workplace].workplaceId) }.reduce(0, +)) / Double(places.count)
        }
        #expect(who.gaining.count == 10 && who.losing.count == 10 && middle(who.gaining) < middle(who.losing))
        print("TIES | lists \(audit.overall.lists) | tied \(audit.overall.tiedLists) | cut \(audit.overall.cutLists) | pairs \(audit.overall.tiedPairs) | moved \(audit.overall.movedShare ?? -1)")
    }

    @Test func nothingTiedMovesNothing() throws {
        let snapshot = try TinyMunicipality(
            scales: ["a": "capacity"], places: [.init(id: "A", targets: ["a": 1]), .init(id: "B", targets: ["a": 2])], runs: [.init(person: 1, scores: ["a": 0])]
        ).snapshot()
        let exposure = try Self.audit(snapshot, .test(), depth: 0).overall
        #expect(exposure.depth == 1 && exposure.movedShare == 0 && exposure.tiedPairs == 0)
        #expect(try TieAuditOfLists.measure(snapshot: snapshot, core: .test(), runs: [], depth: 3, threads: 1).overall.movedShare == nil)
        let who = TieBeneficiaries(exposure, workplaces: snapshot.workplaces, most: 5)
        #expect(who.gaining.isEmpty && who.losing.isEmpty)
    }
}
