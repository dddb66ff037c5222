import Foundation
import MatchReplay
import Testing

@testable import Audit
@testable import Cohort

@Suite struct CandidateViewsTests {
    private static let core = """
        { "version": 2, "name": "hamlet", "algorithmVersion": "1", "distance": "euclidean",
          "weights": { "components": {}, "scales": {}, "profile": false }, "scaling": { "kind": "none" },
          "missingValues": "skip_and_rescale", "places": "active_on_run_day",
          "filters": { "hours": false, "travel": false, "abilities": false }, "ties": { "by": "workplace_id", "order": "bytes" } }
        """

    /// Scores 10, 20, 30, 40 and 50; one place asks 22 and is always open, the other asks 50 and closes on day 100.
    private func hamlet() throws -> Hamlet {
        var hamlet = Hamlet(people: 5, offering: ["placement": []])
        hamlet.core = try RankingCore.read(.init(Self.core.utf8), source: "hamlet")
        hamlet.snapshot.scales = [
            Scale(scaleCode: "s", component: "capacity", labelNl: "s", labelEn: "s", minimum: 0, maximum: 100, languageFree: false)
        ]
        hamlet.snapshot.scaling = ScalingConstants(
            participants: ["s": .init(count: 5, mean: 30, standardDeviation: 14, minimum: 10, maximum: 50)], workplaces: [:])
        hamlet.open(1)
        hamlet.open(1, to: 100)
        for (place, target) in [22.0, 50].enumerated() {
            hamlet.snapshot.profiles.append(
                IdealProfileEntry(workplaceId: Hamlet.place(place), profileVariant: "", scaleCode: "s", target: target, weight: 1))
        }
        for person in 0..<5 {
            hamlet.sit(person, name: person, completed: -300)
            hamlet.snapshot.scores.append(
                AssessmentScore(assessmentId: Hamlet.sitting(person), scaleCode: "s", score: Double(10 * (person + 1))))
        }
        // 0: from day 40 on. 1: from day 5 on, placed on day 95. 2: only before the window, and so in no figure. 3: from day 5, left on day 65.
        // 4: before the window more than a year before the last view, and again on day 350.
        for (person, day) in [(0, 40), (1, 5), (2, -20), (3, 5), (4, -30), (4, 350)] {
            hamlet.list(person, sitting: person, on: day, places: [0, 1])
        }
        hamlet.place(1, at: 0, on: 95)
        hamlet.snapshot.participants[3].leftOn = Hamlet.day(65)
        return hamlet
    }

    @Test func whoCanBeFoundOnWhichDay() throws {
        let frame = try hamlet().frame
        // Pseudonym order; person 2 is not in the window.
        #expect(frame.people.map(\.participant) == [0, 1, 3, 4])
        let views = try #require(
            CandidateViews.of(frame, indicator: EmployerMix.about.id, depth: "shownDepth", limits: try Hamlet.limits())).views
        #expect(views.map { $0.day - Hamlet.first } == Array(stride(from: 30, through: 360, by: 30)))
        #expect(views.first?.until == Hamlet.day(59) && views.last?.until == Hamlet.day(364))
        // Day 30: person 1, a stranger who takes up a rank, person 3, and person 4 by the list from before the window.
        #expect(views[0].people == [1, nil, 2, 3])
        // Place 0 asks 22: scores 20, 30, 40, 50. Place 1 asks 50.
        #expect(views[0].lists.map(\.participants) == [[0, 1, 2, 3], [3, 2, 1, 0]])
        #expect(views[0].lists[0].distances == [2, 8, 18, 28])
        // Day 60: person 0 too. Day 90: person 3 has left. Day 120: person 1 has found a place, and place 1 is closed.
        #expect(views[1].people == [0, 1, nil, 2, 3])
        #expect(views[2].people == [0, 1, nil, 3])
        #expect(views[3].people == [0, nil, 3])
        #expect(views[3].lists.map(\.participants) == [[1, 0, 2], []])
        // Day 360: the stranger's last list is 380 days old.
        #expect(views.last?.people == [0, 3])
    }

    @Test func withoutACoreThereAreNoLists() throws {
        var hamlet = try hamlet()
        hamlet.core = nil
        #expect(CandidateViews.of(hamlet.frame, indicator: EmployerMix.about.id, depth: "shownDepth", limits: try Hamlet.limits())?.views == nil)
        #expect(EmployerMix.measure(hamlet.frame, limits: try Hamlet.limits()).isEmpty)
    }
}

