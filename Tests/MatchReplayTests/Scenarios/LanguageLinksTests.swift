import Cohort
import Foundation
import MatchReplay
import Testing

struct LanguageLinksTests {
    /// Means 10 and 4, sums of squares 2 and 8 over two people less one: scores of ar are twice as wide apart.
    @Test func meanAndSigmaByHand() throws {
        let links = try LanguageLinks(Self.tested(["nl": [9, 10, 11], "ar": [2, 4, 6]]), to: "nl", spreads: .equal, minimum: 3)
        let link = try #require(links.links["ar"]?["a"])
        #expect(link.rule == .linear && link.slope == 0.5 && link.intercept == 8 && link.people == 3)
        #expect(link(2) == 9 && link(6) == 11 && link.inverse(11) == 6)
        #expect(links.links["nl"] == nil)
        let shift = try LanguageLinks(Self.tested(["nl": [9, 10, 11], "ar": [2, 4, 6]]), to: "nl", spreads: .kept, minimum: 3)
        #expect(shift.links["ar"]?["a"]?.rule == .shift && shift.links["ar"]?["a"]?.intercept == 6 && shift.links["ar"]?["a"]?.slope == 1)
    }

    /// Below the minimum: B = n / (n + s2/t2), from four and three people; scripts/reference/language.py (Python 3.11.7, numpy 2.4.6).
    @Test func aSmallLanguageIsShiftedByAShare() throws {
        let small = try LanguageLinks(Self.tested(["nl": [13, 14, 15, 14], "ar": [9, 10, 11]]), to: "nl", spreads: .equal, minimum: 4)
        let link = try #require(small.links["ar"]?["a"])
        guard case .shrunkenShift(let share) = link.rule else { Issue.record("\(link.rule)"); return }
        #expect(link.slope == 1 && abs(link.intercept - 4 * share) < 1e-12)
        #expect(abs(share - 0.966804979253112) < 1e-12)
    }

    @Test func noDifferenceBeyondChanceIsNoShift() throws {
        let links = try LanguageLinks(Self.tested(["nl": [1, 9, 5, 5], "ar": [2, 8.5]]), to: "nl", spreads: .equal, minimum: 3)
        #expect(links.links["ar"]?["a"]?.rule == .shrunkenShift(share: 0) && links.links["ar"]?["a"]?.intercept == 0)
        // One person has a mean.
        let one = try LanguageLinks(Self.tested(["nl": [1, 2, 3], "ar": [50]]), to: "nl", spreads: .equal, minimum: 3)
        #expect(one.links["ar"]?["a"]?.people == 1 && (one.links["ar"]?["a"]?.intercept ?? 0) < -40)
    }

    @Test func errorsSayWhatToDo() throws {
        let tested = try Self.tested(["nl": [1, 2, 3], "ar": [4, 4, 4]])
        #expect(throws: ScenarioError.noReference(language: "de", tested: ["ar", "nl"])) { try LanguageLinks(tested, to: "de", spreads: .kept) }
        let small = #expect(throws: ScenarioError.self) { try LanguageLinks(tested, to: "nl", spreads: .kept, minimum: 4) }
        #expect(small == .referenceTooSmall(language: "nl", scale: "a", count: 3, needed: 4))
        // No count below ten in a message.
        #expect(small?.description.contains("fewer than 10 people") == true && small?.description.contains("3 people") == false)
        #expect(throws: ScenarioError.noSpread(language: "ar", scale: "a")) { try LanguageLinks(tested, to: "nl", spreads: .equal, minimum: 3) }
    }

    /// Only the latest run's assessment counts: one per person.
    @Test func thePersonIsTheUnit() throws {
        var snapshot = try Self.snapshot(["nl": [1, 2, 3]])
        let person = snapshot.runs[0].participantId
        let later = Pseudonym(high: 9, low: 9)
        snapshot.assessments.append(Assessment(assessmentId: later, participantId: person, testLanguage: "ar"))
        snapshot.scores.append(AssessmentScore(assessmentId: later, scaleCode: "a", score: 40))
        var run = snapshot.runs[0]
        run.matchRunId = Pseudonym(high: 9, low: 10)
        run.assessmentId = later
        run.sequence = 2
        snapshot.runs.append(run)
        let tested = TestedPeople(snapshot)
        #expect(tested.people.count == 3 && tested.languages == ["ar", "nl"])
        #expect(tested.scores(scale: 0, language: "ar") == [40] && tested.scores(scale: 0, language: "nl") == [2, 3])
        #expect(LatestRun.indices(of: snapshot) == [3, 1, 2])
    }

    @Test func lambdaTakesAShareOfTheDifference() throws {
        let snapshot = try Self.snapshot(["nl": [13, 14, 15], "ar": [9, 10, 11]])
        let input = ReplayInput(snapshot: snapshot, core: .test())
        for (percentage, expected) in [(0, [9.0, 10, 11]), (25, [10, 11, 12]), (50, [11, 12, 13]), (100, [13, 14, 15])] {
            let changed = try LambdaBand(percentage: percentage, minimum: 3).apply(input)
            #expect(TestedPeople(changed.snapshot).scores(scale: 0, language: "ar") == expected)
            #expect(TestedPeople(changed.snapshot).scores(scale: 0, language: "nl") == [13, 14, 15])
            #expect(changed.snapshot.scaling == snapshot.scaling && changed.core == input.core)
        }
        #expect(throws: ScenarioError.self) { try LambdaBand(percentage: 101) }
    }

    @Test func errorsOfMeasurementAreStretchedAlong() throws {
        var snapshot = try Self.snapshot(["nl": [9, 10, 11], "ar": [2, 4, 6]])
        for index in snapshot.scores.indices { snapshot.scores[index].standardError = 3 }
        let changed = try NormsMeanSigma(minimum: 3).apply(ReplayInput(snapshot: snapshot, core: .test())).snapshot
        let language = Dictionary(uniqueKeysWithValues: changed.assessments.map { ($0.assessmentId, $0.testLanguage) })
        #expect(changed.scores.allSatisfy { $0.standardError == (language[$0.assessmentId] == "ar" ? 1.5 : 3) })
        #expect(TestedPeople(changed).scores(scale: 0, language: "ar") == [9, 10, 11])
    }

    static func snapshot(_ scores: [String: [Double]]) throws -> Snapshot {
        let people = scores.sorted { $0.key > $1.key }.flatMap { language, scores in
            scores.map { Municipality.Person(language: language, scores: ["a": $0]) }
        }
        return try Municipality(scales: ["a": "capacity"], people: people, places: [.init(id: "W1", targets: ["a": 10])]).snapshot()
    }

    static func tested(_ scores: [String: [Double]]) throws -> TestedPeople { TestedPeople(try snapshot(scores)) }
}
