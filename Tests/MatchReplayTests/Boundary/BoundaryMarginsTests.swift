import Cohort
import Metrics
import Testing

@testable import MatchReplay

struct BoundaryMarginsTests {
    private static func margins(_ snapshot: Snapshot, _ core: RankingCore, _ direction: ShiftDirection, depth: Int) throws -> BoundaryMargins {
        try BoundaryMargins.measure(snapshot: snapshot, core: core, direction: direction, depth: depth, threads: 2)
    }

    /// V52 of the survey: P = (3, 2, 4); w1 = (3, 2, 5) and w2 = (2, 2, 4) tie at distance 1, w3 = (4, 3, 3).
    @Test func equatingShiftsOfTheSurvey() throws {
        func snapshot(_ scores: [Double]) throws -> Snapshot {
            func profile(_ values: [Double]) -> [String: Double] { Dictionary(uniqueKeysWithValues: zip(["d1", "d2", "d3"], values)) }
            return try TinyMunicipality(
                scales: ["d1": "capacity", "d2": "capacity", "d3": "capacity"],
                places: [.init(id: "w1", targets: profile([3, 2, 5])), .init(id: "w2", targets: profile([2, 2, 4])), .init(id: "w3", targets: profile([4, 3, 3]))],
                runs: [.init(person: 1, scores: profile(scores))]
            ).snapshot()
        }
        func first(_ scores: [Double], _ direction: ShiftDirection) throws -> (list: [String], distances: [Double], margin: ListMargin) {
            let snapshot = try snapshot(scores)
            let list = try Replay(snapshot: snapshot, core: .test()).list(forRun: 0, top: nil)
            return (snapshot.ids(list), list.distances, try Self.margins(snapshot, .test(), direction, depth: 2).people[0].firstPlace)
        }
        let tied = try first([3, 2, 4], .scale("d3"))
        #expect(tied.list == ["w1", "w2", "w3"] && tied.distances == [1, 1, 3.0.squareRoot()])
        #expect(tied.margin.size == 0)
        // Scale 2 cannot tell w1 from w2; w3 would have to come from 1.7320508 to 1 by itself.
        #expect(try first([3, 2, 4], .scale("d2")).margin == .shift(1, leaves: 0, enters: 2))

        let equated = try first([3, 2, 4.4], .scale("d3"))
        #expect(equated.list == ["w1", "w2", "w3"])
        #expect(zip(equated.distances, [0.6, 1.0770330, 1.9899749]).allSatisfy { abs($0 - $1) < 5e-8 })
        guard case .shift(let back, leaves: 0, enters: 1) = equated.margin else { throw TestProblem("w1 gives way to w2") }
        #expect(abs(back + 0.4) < 1e-12)

        let lower = try first([2.4, 2, 4], .scale("d1"))
        #expect(lower.list == ["w2", "w1", "w3"])
        #expect(zip(lower.distances, [0.4, 1.1661904, 2.1354156]).allSatisfy { abs($0 - $1) < 1e-7 })
        guard case .shift(let up, leaves: 1, enters: 0) = lower.margin else { throw TestProblem("w2 gives way to w1") }
        #expect(abs(up - 0.6) < 1e-12)
    }

    /// A fine search by numpy 2.4.6 (scripts/reference/stability.py): weights of places, a missing score that is rescaled, one scale.
    @Test func agreesWithASearch() throws {
        let snapshot = try NumpyExample.snapshot(withErrors: false)
        func found(_ direction: ShiftDirection) throws -> BoundaryMargins.Person {
            try Self.margins(snapshot, NumpyExample.core, direction, depth: 3).people[0]
        }
        let one = try found(.scale("s0"))
        #expect(abs((one.firstPlace.size ?? .nan) - 0.09999999999999995) < 1e-9)
        #expect(abs((one.firstPlaces.size ?? .nan) - 1.3985342001494148) < 1e-9)

        // A line over several scales: the means of two languages that differ by (.5, -1, 0, .25).
        var tested = snapshot
        let base = tested.runs.map(\.assessmentId)
        for (number, (language, offset)) in [("ar", [0.5, -1, 0, 0.25]), ("nl", [0.0, 0, 0, 0])].enumerated() {
            let person = Pseudonym(high: 9, low: UInt64(number)), assessment = Pseudonym(high: 8, low: UInt64(number))
            tested.participants.append(Participant(participantId: person))
            tested.assessments.append(Assessment(assessmentId: assessment, participantId: person, testLanguage: language))
            for (scale, code) in NumpyExample.scales.enumerated() {
                tested.scores.append(AssessmentScore(assessmentId: assessment, scaleCode: code, score: offset[scale]))
            }
            tested.runs.append(MatchRun(
                matchRunId: Pseudonym(high: 7, low: UInt64(number)), participantId: person, assessmentId: assessment, algorithmVersion: "1",
                executedOn: snapshot.runs[0].executedOn, sequence: 1))
            tested.lists.append(RecordedList(workplaces: [], distances: []))
        }
        for index in tested.assessments.indices where base.contains(tested.assessments[index].assessmentId) { tested.assessments[index].testLanguage = "ti" }
        let line = try Self.margins(tested, NumpyExample.core, .language("ar", reference: "nl"), depth: 3)
        #expect(line.unit == ["s0": 0.5, "s1": -1, "s2": 0, "s3": 0.25])
        #expect(abs((line.people[0].firstPlace.size ?? .nan) - 0.08000000000000103) < 1e-9)
        guard case .shift(let shift, _, _) = line.people[0].firstPlaces else { throw TestProblem("a shift is expected") }
        #expect(abs(shift + 0.5513172973269899) < 1e-9)
    }

    /// Unweighted, one scale at a time, first place: what `Metrics.BoundaryMargin` computes.
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func agreesWithTheMarginOfMetrics(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let codes = ["a", "b", "c"]
        func profile() -> [Double] { codes.map { _ in random.normal() } }
        let targets = (0..<12).map { _ in profile() }, scores = profile()
        let snapshot = try TinyMunicipality(
            scales: Dictionary(uniqueKeysWithValues: codes.map { ($0, "capacity") }),
            places: targets.enumerated().map { .init(id: String(10 + $0), targets: Dictionary(uniqueKeysWithValues: zip(codes, $1))) },
            runs: [.init(person: 1, scores: Dictionary(uniqueKeysWithValues: zip(codes, scores)))]
        ).snapshot()
        let reference = try Metrics.BoundaryMargin(scores: scores, places: targets)
        let sizes = try codes.map { try #require(Self.margins(snapshot, .test(), .scale($0), depth: 1).people[0].firstPlace.size) }
        #expect(abs((sizes.min() ?? .nan) - abs(reference.shift)) < 1e-12)
        guard case .shift(let shift, let leaves, let enters) = try Self.margins(snapshot, .test(), .scale(codes[reference.dimension]), depth: 1).people[0].firstPlace
        else { throw TestProblem("a shift is expected") }
        #expect(abs(shift - reference.shift) < 1e-12 && leaves == reference.first && enters == reference.next)
    }

    /// Just before the margin the first k are the same places, just beyond it one of them is replaced as said: by replaying the shifted scores. The
    /// planted bug forgets that places which ask other scales or weights move apart with the square of the shift.
    @Test func nothingChangesBeforeTheMarginAndSomethingBeyond() throws {
        struct Case { var snapshot: Snapshot; var core: RankingCore; var code: String; var depth: Int }
        typealias Subject = (Case) throws -> [ListMargin]
        func solved(_ example: Case, _ curve: (ShiftCurve) -> ShiftCurve) throws -> [ListMargin] {
            let lists = try RedrawnLists(snapshot: example.snapshot, core: example.core)
            let line = lists.core.scales.map { $0.code == example.code ? 1.0 : 0 }
            return try example.snapshot.latestRuns().map { latest in
                guard let person = lists.person(run: latest.run) else { return .noList }
                return ListMargin(try lists.curves(person, along: line).map(curve), top: example.depth)
            }
        }
        func top(_ example: Case, _ run: Int, shifted shift: Double) throws -> Set<Int> {
            var snapshot = example.snapshot
            for index in snapshot.scores.indices
            where snapshot.scores[index].scaleCode == example.code && snapshot.scores[index].assessmentId == snapshot.runs[run].assessmentId {
                snapshot.scores[index].score? += shift
            }
            return Set(try Replay(snapshot: snapshot, core: example.core).list(forRun: run, top: example.depth).workplaces)
        }
        try ReplayProperty.check(
            "boundary margin", cases: 12,
            subject: { (example: Case) in
                let measured = try Self.margins(example.snapshot, example.core, .scale(example.code), depth: example.depth)
                return measured.people.map(example.depth == 1 ? \.firstPlace : \.firstPlaces)
            } as Subject,
            planted: { example in try solved(example) { ShiftCurve(place: $0.place, distance: $0.distance, a: $0.a, b: $0.b, c: 0) } } as Subject,
            generate: { seed in
                var core = InvarianceTests.core
                core.missingValues = RankingCore.MissingValues.allCases[Int(seed % 5)]
                return Case(
                    snapshot: try InvarianceTests.municipality(seed: seed).snapshot(), core: core, code: ["a", "b", "c", "d"][Int(seed % 4)],
                    depth: seed % 2 == 0 ? 1 : 4)
            },
            interesting: { example in
                try solved(example) { $0 }.contains { if case .shift(let shift, _, _) = $0 { shift != 0 } else { false } }
            },
            holds: { example, subject in
                let margins = try subject(example)
                for (latest, margin) in zip(example.snapshot.latestRuns(), margins).prefix(6) {
                    let before = try top(example, latest.run, shifted: 0)
                    switch margin {
                    case .noList: if !before.isEmpty { return false }
                    case .never:
                        for shift in [-30.0, -3, -0.1, 0.1, 3, 30] where try top(example, latest.run, shifted: shift) != before { return false }
                    case .shift(let shift, let leaves, let enters):
                        let hair = 1e-7 * max(1, abs(shift))
                        if abs(shift) > hair, try top(example, latest.run, shifted: shift * (1 - 1e-7)) != before { return false }
                        let either = [shift + hair, shift - hair].filter { abs($0) > abs(shift) || shift == 0 }
                        let beyond = try either.map { try top(example, latest.run, shifted: $0) }
                        if !beyond.contains(where: { $0 != before && ($0.contains(enters) || $0.symmetricDifference(before).count > 2) }) { return false }
                        if !before.contains(leaves) || before.contains(enters) { return false }
                    }
                }
                return true
            })
    }

    @Test func anyScaleIsTheSmallestInStandardDeviations() throws {
        let snapshot = try InvarianceTests.municipality(seed: 2).snapshot()
        let any = try Self.margins(snapshot, InvarianceTests.core, .anyScale, depth: 3)
        let each = try ["a", "b", "c", "d"].map { code in
            let deviation = try #require(snapshot.scaling.participants[code]?.standardDeviation)
            #expect(any.unit[code] == deviation)
            return try Self.margins(snapshot, InvarianceTests.core, .scale(code), depth: 3).people.map { ($0.firstPlace.size ?? -1) / deviation }
        }
        for (index, person) in any.people.enumerated() {
            let smallest = each.map { $0[index] }.min() ?? .nan
            #expect(person.firstPlace.size.map { abs($0 - smallest) <= 1e-12 * max(1, smallest) || $0 == smallest } ?? (smallest < 0))
        }
        // The first k change no later than the first place does when k is 1, and margins do not depend on threads.
        #expect(try BoundaryMargins.measure(snapshot: snapshot, core: InvarianceTests.core, direction: .anyScale, depth: 3, threads: 5) == any)
    }

    @Test func mediansPerGroup() throws {
        let snapshot = try InvarianceTests.municipality(seed: 2).snapshot()
        let margins = try Self.margins(snapshot, InvarianceTests.core, .scale("a"), depth: 3)
        let labels = snapshot.participants.indices.map { $0 < 9 ? "x" : nil }
        #expect(margins.shownMedians(\.firstPlaces, labels: labels).map(\.figure) == [.withheld, .withheld])
        let medians = margins.medians(\.firstPlaces, labels: labels)
        #expect(medians.map(\.label) == ["unknown", "x"])
        let own = margins.people.filter { $0.participant < 9 }.compactMap(\.firstPlaces.size).sorted()
        #expect(own.count == 9 && medians[1].median == own[4])
    }

    @Test func whatCannotBeAsked() throws {
        let snapshot = try InvarianceTests.municipality(seed: 2).snapshot()
        #expect(throws: BoundaryError.scaleDoesNotCount(code: "z", core: "test", counting: ["a", "b", "c", "d"])) {
            try Self.margins(snapshot, InvarianceTests.core, .scale("z"), depth: 1)
        }
        let language = BoundaryError.nobodyTestedIn(language: "nk", known: ["nl"])
        #expect(throws: language) { try Self.margins(snapshot, InvarianceTests.core, .language("nk", reference: "nl"), depth: 1) }
        #expect(language.description.contains("did you mean \"nl\"?"))
        #expect(throws: BoundaryError.replay(.noThreads(asked: 0))) {
            try BoundaryMargins.measure(snapshot: snapshot, core: InvarianceTests.core, direction: .anyScale, depth: 1, threads: 0)
        }
        for distance in RankingCore.Distance.allCases where distance != .euclidean {
            var core = InvarianceTests.core
            core.distance = distance
            #expect(throws: BoundaryError.distanceNotSolved(distance: distance.rawValue, core: "test")) {
                try Self.margins(snapshot, core, .anyScale, depth: 1)
            }
        }
        let alone = try TinyMunicipality(
            scales: ["a": "capacity"], places: [.init(id: "A", targets: ["a": 1])], runs: [.init(person: 1, scores: ["a": 0]), .init(person: 2, scores: ["a": nil])]
        ).snapshot()
        let margins = try Self.margins(alone, .test(), .scale("a"), depth: 5)
        #expect(margins.people.map(\.firstPlace) == [.never, .noList])
        #expect(margins.people.map(\.firstPlaces) == [.never, .noList])
    }
}
