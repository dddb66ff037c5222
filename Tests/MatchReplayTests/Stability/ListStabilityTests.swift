import Cohort
import Demonstration
import Foundation
import Metrics
import Testing

@testable import MatchReplay

struct ListStabilityTests {
    /// One scale, places at -1, 1 and 4, a score of .3 with a standard error of .8.
    private static func line(error: Double? = 0.8) throws -> Snapshot {
        var snapshot = try TinyMunicipality(
            scales: ["a": "capacity"], places: [.init(id: "A", targets: ["a": -1]), .init(id: "B", targets: ["a": 1]), .init(id: "C", targets: ["a": 4])],
            runs: [.init(person: 1, scores: ["a": 0.3])]
        ).snapshot()
        snapshot.scores[0].standardError = error
        return snapshot
    }

    private static func agreement(_ snapshot: Snapshot, depth: Int, draws: Int) throws -> RedrawnAgreement {
        let stability = try ListStability.measure(
            snapshot: snapshot, core: .test(), settings: .init(depth: depth, draws: draws, seed: 1), threads: 2)
        #expect(stability.cases.count == 1 && stability.scalesWithoutError.isEmpty && stability.withoutList == 0)
        return try #require(stability.cases.first?.people.first?.agreement)
    }

    /// The count lies between the exact binomial limits that leave .0005 on either side.
    private static func plausible(_ share: Double, of trials: Int, chance: Double) -> Bool {
        let count = Int((share * Double(trials)).rounded())
        return Binomial.cdf(count, n: trials, p: chance) > 0.0005 && Binomial.survival(count - 1, n: trials, p: chance) > 0.0005
    }

    /// Shares from the normal distribution in closed form (scipy 1.17.1, scripts/reference/stability.py). Two testings agree less often than a
    /// testing agrees with the truth.
    @Test func sharesAreThoseOfTheNormalDistribution() throws {
        let draws = 20_000
        let one = try Self.agreement(Self.line(), depth: 1, draws: draws)
        #expect(Self.plausible(one.firstPlace, of: draws, chance: 0.6431900034376692))
        #expect(Self.plausible(one.retestFirstPlace, of: draws / 2, chance: 0.5388980935275206))
        #expect(one.overlap == one.firstPlace && one.retestOverlap == one.retestFirstPlace)
        // The overlap of two places is 1 or 1/2, so 2 overlap - 1 is a share.
        let two = try Self.agreement(Self.line(), depth: 2, draws: draws)
        #expect(two.depth == 2 && two.firstPlace == one.firstPlace)
        #expect(Self.plausible(2 * two.overlap - 1, of: draws, chance: 2 * 0.966596399365571 - 1))
        #expect(Self.plausible(2 * two.retestOverlap - 1, of: draws / 2, chance: 2 * 0.9376560008725197 - 1))
        // More places asked than there are: all of them, always the same.
        let all = try Self.agreement(Self.line(), depth: 9, draws: 100)
        #expect(all.depth == 3 && all.overlap == 1 && all.retestOverlap == 1)
    }

    /// Weights, a missing score and several scales, against 400,000 draws by numpy 2.4.6; within four standard errors of both simulations.
    @Test func agreesWithNumpy() throws {
        let draws = 40_000
        let stability = try ListStability.measure(
            snapshot: NumpyExample.snapshot(withErrors: true), core: NumpyExample.core, settings: .init(depth: 3, draws: draws, seed: 1), threads: 2)
        let own = try #require(stability.cases.first?.people.first?.agreement)
        func near(_ value: Double, _ reference: Double, _ trials: Int, _ referenceTrials: Int) -> Bool {
            // A share of 1/3s varies no more than a share of all or nothing.
            let error = (reference * (1 - reference) * (1 / Double(trials) + 1 / Double(referenceTrials))).squareRoot()
            return abs(value - reference) < 4 * error
        }
        #expect(near(own.firstPlace, 0.2829675, draws, 400_000))
        #expect(near(own.overlap, 0.79895167, draws, 400_000))
        #expect(near(own.retestFirstPlace, 0.274975, draws / 2, 200_000))
        #expect(near(own.retestOverlap, 0.68442667, draws / 2, 200_000))
    }

    @Test func withoutErrorEveryListIsTheSame() throws {
        let agreement = try Self.agreement(Self.line(error: 0), depth: 2, draws: 50)
        #expect(agreement == (try Self.agreement(Self.line(error: 0), depth: 2, draws: 1_000)))
        #expect(agreement.firstPlace == 1 && agreement.overlap == 1 && agreement.retestFirstPlace == 1 && agreement.retestOverlap == 1)
    }

    /// Where no standard error is known there is a band over reliabilities, never one number; a published error fills the gap.
    @Test func unknownErrorsGiveABand() throws {
        let snapshot = try InvarianceTests.municipality(seed: 3).snapshot()
        func measure(_ snapshot: Snapshot, _ published: [String: Double] = [:]) throws -> ListStability {
            try ListStability.measure(snapshot: snapshot, core: InvarianceTests.core, settings: .init(depth: 5, draws: 200, published: published), threads: 2)
        }
        let band = try measure(snapshot)
        #expect(band.scalesWithoutError == ["a", "b", "c", "d"])
        #expect(band.cases.map(\.assumedReliability) == [0.7, 0.8, 0.9])
        let means = band.cases.map { $0.people.map(\.agreement.overlap).reduce(0, +) / Double($0.people.count) }
        #expect(means[0] < means[1] && means[1] < means[2] && means[2] < 1)

        #expect(try measure(snapshot, ["a": 1, "b": 1]).scalesWithoutError == ["c", "d"])
        let known = try measure(snapshot, ["a": 0.5, "b": 0.5, "c": 0.5, "d": 0.5])
        #expect(known.cases.map(\.assumedReliability) == [nil])
        // A standard error of SD sqrt(1 - .8) on every score is the middle of the band.
        var written = snapshot
        for index in written.scores.indices {
            let deviation = try #require(snapshot.scaling.participants[written.scores[index].scaleCode]?.standardDeviation)
            written.scores[index].standardError = deviation * (1 - 0.8).squareRoot()
        }
        #expect(try measure(written).cases.map(\.people) == [band.cases[1].people])
        // Only one score without an error is a band again.
        let score = try #require(written.scores.firstIndex { row in
            row.score != nil && row.assessmentId == written.runs[written.latestRuns()[0].run].assessmentId
        })
        written.scores[score].standardError = nil
        #expect(try measure(written).scalesWithoutError == [written.scores[score].scaleCode])
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func neitherThreadsNorOthersNorOrderMatter(seed: UInt64) throws {
        let snapshot = try InvarianceTests.municipality(seed: seed).snapshot()
        func measure(_ snapshot: Snapshot, threads: Int) throws -> ListStability {
            try ListStability.measure(snapshot: snapshot, core: InvarianceTests.core, settings: .init(depth: 5, draws: 64, seed: seed), threads: threads)
        }
        let whole = try measure(snapshot, threads: 1)
        #expect(try measure(snapshot, threads: 2) == whole)
        #expect(try measure(snapshot, threads: 7) == whole)
        var turned = snapshot
        turned.workplaces.reverse()
        turned.profiles.reverse()
        turned.scores.reverse()
        #expect(try measure(turned, threads: 2).cases.map(\.people) == whole.cases.map(\.people))
        var part = snapshot
        let kept = Set(snapshot.participants.prefix(5).map(\.participantId))
        part.runs = snapshot.runs.filter { kept.contains($0.participantId) }
        part.lists = zip(snapshot.runs, snapshot.lists).filter { kept.contains($0.0.participantId) }.map(\.1)
        #expect(try measure(part, threads: 2).cases.map { $0.people } == whole.cases.map { $0.people.filter { $0.participant < 5 } })
    }

    @Test func whoHasNoListIsCounted() throws {
        let snapshot = try TinyMunicipality(
            scales: ["a": "capacity"], places: [.init(id: "A", targets: ["a": -1])],
            runs: [.init(person: 1, scores: ["a": nil]), .init(person: 2, scores: ["a": 1]), .init(person: 3, scores: ["a": 2], on: "2025-06-01")]
        ).snapshot()
        let stability = try ListStability.measure(snapshot: snapshot, core: .test(), threads: 1)
        #expect(stability.withoutList == 2)
        #expect(stability.cases.map { $0.people.map(\.participant) } == [[1], [1], [1]])
        #expect(throws: ReplayError.noThreads(asked: 0)) { try ListStability.measure(snapshot: snapshot, core: .test(), threads: 0) }
    }

    @Test func groupMeansHaveTheParticipantAsUnit() throws {
        let snapshot = try InvarianceTests.municipality(seed: 5).snapshot()
        let stability = try ListStability.measure(snapshot: snapshot, core: InvarianceTests.core, settings: .init(depth: 5, draws: 64), threads: 2)
        let labels = snapshot.participants.indices.map { $0 % 5 == 0 ? nil : $0 % 2 == 0 ? "even" : "odd" }
        let groups = stability.groupMeans(\.retestOverlap, of: stability.cases[0], snapshot: snapshot, labels: labels)
        #expect(groups.map(\.label) == ["even", "odd", "unknown"])
        #expect(groups.map(\.people) == [6, 6, 3])
        let odd = stability.cases[0].people.filter { labels[$0.participant] == "odd" }.map(\.agreement.retestOverlap)
        #expect(abs(groups[1].mean - odd.reduce(0, +) / 6) < 1e-15)
    }

    @Test func smallGroupsAreWithheld() throws {
        let snapshot = try InvarianceTests.municipality(seed: 5).snapshot()
        let stability = try ListStability.measure(snapshot: snapshot, core: InvarianceTests.core, settings: .init(depth: 5, draws: 10), threads: 2)
        func shown(_ labels: [String?]) -> [Bool] {
            stability.shownGroupMeans(\.overlap, of: stability.cases[0], snapshot: snapshot, labels: labels).map { $0.figure != .withheld }
        }
        #expect(shown(snapshot.participants.map { _ in "nl" }) == [true])
        #expect(shown(snapshot.participants.indices.map { $0 < 4 ? "ar" : "nl" }) == [false, false])
    }

    /// Every distance can be redrawn; where the fast way is the way of the core, both give the same lists.
    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func everyCoreCanBeRedrawn(seed: UInt64) throws {
        let example = try RandomReplayCase(seed: seed)
        let redrawn = try RedrawnLists(snapshot: example.snapshot, core: example.core)
        var random = SeededRandom(seed: seed)
        for (participant, run) in example.snapshot.latestRuns().prefix(8) {
            guard let person = redrawn.person(run: run) else { continue }
            let replayed = try Replay(snapshot: example.snapshot, core: example.core).list(forRun: run, top: nil).workplaces
            #expect(person.observed.workplaces.starts(with: replayed))
            let depth = min(4, person.observed.workplaces.count), scales = redrawn.core.scales.count
            var rows = (0..<12).flatMap { _ in person.row.scores }
            // The first row is the observed one.
            for cell in scales..<rows.count where person.row.present[cell % scales] == 1 { rows[cell] += 0.7 * random.normal() }
            let any = redrawn.anyLists(person, rows: rows, draws: 12, depth: depth)
            #expect(Array(any.prefix(depth)) == Array(person.observed.workplaces.prefix(depth)))
            if redrawn.isSquared(person) { #expect(redrawn.squaredLists(person, rows: rows, draws: 12, depth: depth) == any) }
            let agreement = try redrawn.agreement(
                person, settings: .init(depth: 4, draws: 20), key: example.snapshot.participants[participant].participantId.low) { _ in 0.5 }
            #expect((0...1).contains(agreement.overlap) && (0...1).contains(agreement.retestOverlap) && agreement.depth == depth)
        }
    }

    /// Two testings agree less than one testing does with the truth, on average over a whole municipality.
    @Test func aRetestAgreesLess() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("stability-\(UUID().uuidString).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try DemonstrationMunicipality(seed: 1, planted: []).write(toSnapshot: path, toolVersion: "test")
        let snapshot = try Snapshot.read(from: path), core = try DemonstrationCore.core()
        let stability = try ListStability.measure(snapshot: snapshot, core: core, settings: .init(depth: 5, draws: 20), threads: 2)
        let people = try #require(stability.cases.first).people.map(\.agreement)
        func mean(_ figure: KeyPath<RedrawnAgreement, Double>) -> Double { people.map { $0[keyPath: figure] }.reduce(0, +) / Double(people.count) }
        #expect(people.count > 600)
        #expect(mean(\.retestOverlap) < mean(\.overlap) - 0.02 && mean(\.overlap) < 1)
        #expect(mean(\.retestFirstPlace) < mean(\.firstPlace) - 0.02)
        print("STABILITY | people \(people.count) | cases \(stability.cases.count) | first \(mean(\.firstPlace)) | retest \(mean(\.retestFirstPlace)) | overlap@5 \(mean(\.overlap)) | retest \(mean(\.retestOverlap))")
    }
}
