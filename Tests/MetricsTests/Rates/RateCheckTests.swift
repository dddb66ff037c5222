import Testing
import Metrics

@Suite struct RateCheckTests {
    @Test(arguments: [
        (0.0, 0.0, Undefined.noObservations), (-1, 5, .outsideRange), (6, 5, .outsideRange), (0, -5, .outsideRange),
        (.nan, 5, .notFinite), (1, .infinity, .notFinite),
    ])
    func refuses(_ events: Double, _ total: Double, _ expected: Undefined) {
        #expect(throws: expected) { try RateCheck.checked(events, of: total) }
    }

    @Test func lettingFractionsThrough() throws {
        let checked = try RateCheck.checked(0.25, of: 0.5)
        #expect(checked.events == 0.25 && checked.total == 0.5)
    }
}
