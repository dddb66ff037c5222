import Foundation
import Testing

@testable import Audit
@testable import Cohort

@Suite struct KindExposureTests {
    /// Weights 1/log2(1 + rank): 1, 0.63093, 0.5. Day activity second of three draws 0.63093/2.13093 of the attention.
    @Test func aPlaceLowerOnTheListCountsLess() throws {
        var hamlet = Hamlet(people: 3)
        hamlet.open(3)
        hamlet.snapshot.workplaces[1].workKind = "day_activity"
        for person in 0..<2 { hamlet.sit(person, name: person, completed: 1) }
        hamlet.list(0, sitting: 0, on: 10, places: [0, 1, 2])
        hamlet.list(1, sitting: 1, on: 10, places: [1, 0, 2])
        hamlet.list(1, sitting: 1, on: 20, places: [0, 2])
        let values = try #require(KindExposure.measure(hamlet.frame, limits: try Hamlet.limits()).values("exposure_day_activity"))
        let second = 1 / log2(3.0), all = 1 + second + 0.5
        // A person without a list is in no population, and the frame has only people who came that far.
        #expect(values.count == 2)
        #expect(abs((values[0] ?? 0) - second / all) < 1e-12)
        #expect(abs((values[1] ?? 0) - (1 / all + 0) / 2) < 1e-12)
    }
}
