import MatchReplay
import Testing

@Suite struct PackedListsTests {
    private static let lists = [
        ReplayedList(workplaces: [7, 0, 1999], distances: [0.5, 0.5, 3], sharesRanks: true), ReplayedList(workplaces: [], distances: []),
        ReplayedList(workplaces: [3], distances: [.infinity]), ReplayedList(workplaces: [4, 5], distances: []),
        ReplayedList(workplaces: [2, 1], distances: [-0.0, 1]),
    ]

    @Test func holdsWhatAnArrayHolds() {
        let packed = PackedLists(Self.lists)
        #expect(Array(packed) == Self.lists && packed.count == 5 && PackedLists([]).isEmpty)
        #expect(packed == PackedLists(Self.lists) && packed != PackedLists(Self.lists.reversed()) && packed != PackedLists(Self.lists.dropLast()))
        #expect(packed.dropFirst(2).first == Self.lists[2])
    }

    @Test func givesSinglePlacesAndDistances() {
        let packed = PackedLists(Self.lists)
        for (run, list) in Self.lists.enumerated() {
            #expect(packed.count(ofRun: run) == list.workplaces.count && packed.count(ofRun: run, first: 2) == min(2, list.workplaces.count))
            #expect(packed.bestDistance(ofRun: run) == list.distances.first)
            #expect(packed.distanceCount(ofRun: run) == list.distances.count && packed.distanceCount(ofRun: run, first: 1) == min(1, list.distances.count))
            for rank in list.workplaces.indices { #expect(packed.place(ofRun: run, at: rank) == list.workplaces[rank]) }
            for rank in list.distances.indices { #expect(packed.distance(ofRun: run, at: rank) == list.distances[rank]) }
        }
    }
}
