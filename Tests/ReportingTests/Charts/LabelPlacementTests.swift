import Testing

@testable import Reporting

@Suite("Labels that come close")
struct LabelPlacementTests {
    @Test("They do not touch, keep their order and stay inside", arguments: [[50.0, 50, 50, 50], [12, 90, 91, 92], [99, 98, 97, 96, 95], [60], []])
    func apart(_ wanted: [Double]) {
        let heights = wanted.map { _ in 15.0 }
        let places = LabelPlacement.apart(wanted, heights: heights, top: 0, bottom: 100)
        #expect(places.count == wanted.count)
        for (first, second) in zip(places.sorted(), places.sorted().dropFirst()) { #expect(second - first >= 15 - 1e-9) }
        #expect(places.allSatisfy { $0 >= 7.5 - 1e-9 && $0 <= 92.5 + 1e-9 })
        for first in wanted.indices {
            for second in wanted.indices where wanted[first] < wanted[second] { #expect(places[first] < places[second]) }
        }
    }

    @Test("What has room stays where it is")
    func stays() {
        #expect(LabelPlacement.apart([20, 60], heights: [15, 15], top: 0, bottom: 100) == [20, 60])
    }

    @Test("A value that is missing begins a new run")
    func runs() {
        #expect(Runs.of([1, nil, 2, 3, nil, nil, 4]) { $0 } == [[1], [2, 3], [4]])
        #expect(Runs.of([Int?]([nil, nil])) { $0 } == [])
    }
}
