import MatchReplay
import Testing

@testable import Audit
@testable import Cohort

@Suite struct IntersectionScanTests {
    /// Two by two: women of 55 and older see day activity always, everybody else half of the time. The sides lead one to expect a half, so the
    /// excess is .5.
    private func frame(corner: [Double]) -> AuditFrame {
        var hamlet = Hamlet(people: 16)
        hamlet.open(2)
        hamlet.snapshot.workplaces[1].workKind = "day_activity"
        for person in 0..<16 {
            hamlet.snapshot.participants[person].gender = person < 8 ? "female" : "male"
            hamlet.snapshot.participants[person].ageBand = person % 2 == 0 ? "55+" : "27-44"
            hamlet.sit(person, name: person, completed: 1)
            let isCorner = person < 8 && person % 2 == 0
            let sees = isCorner ? corner[person / 2] > 0 : (person / 2) % 2 == 0
            hamlet.list(person, sitting: person, on: 10, places: [sees ? 1 : 0])
        }
        return hamlet.frame
    }

    @Test func anExcessIsWhatTheSidesDoNotGive() throws {
        let frame = frame(corner: [1, 1, 1, 1])
        let metric = try #require(IntersectionScan.measure(frame, limits: try Hamlet.limits()).first)
        guard case .contrast(let contrast) = metric.observations else { throw NoContrast() }
        let plan = ComparisonPlan(
            frame: frame, limits: try Hamlet.limits(), edition: .full, metrics: [], published: PublishedCounts(limits: try Hamlet.limits().disclosure),
            fidelity: FidelityGate(ListFidelity.all(of: frame.snapshot, replayed: frame.replayed), frame: frame, limits: try Hamlet.limits()))
        let cell = Grouping(.gender, .ageBand)
        let labels = frame.labelling(of: cell), everybody = frame.people.indices
        let group = everybody.filter { labels.name($0) == "female | 55+" }, rest = everybody.filter { labels.name($0) != "female | 55+" }
        let sides = plan.sides(cell, "female | 55+", group, rest)
        let corners = try #require(sides.corners)
        #expect(corners.besideFirst.count == 4 && corners.besideSecond.count == 4 && corners.opposite.count == 4)
        let difference = try contrast.difference(sides)
        #expect(abs(difference.estimate - 0.5) < 1e-12)
    }

    private struct NoContrast: Error {}
}
