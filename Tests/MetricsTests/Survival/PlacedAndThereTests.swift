import Testing
import Metrics

@Suite struct PlacedAndThereTests {
    static func histories(_ number: Int) -> [PlacementHistory] {
        Reference.placementCases.filter { $0[0] == Double(number) }.map { row in
            switch row[1] {
            case 0: .waiting(until: row[3])
            case 1: .left(at: row[3])
            case 2: .inPlace(since: row[2], until: row[3])
            default: .ended(since: row[2], at: row[3])
            }
        }
    }

    @Test(arguments: [0, 1])
    func survfitOfStates(_ number: Int) throws {
        for row in Reference.placementShares where row[0] == Double(number) {
            let share = try PlacedAndThere(Self.histories(number), at: row[1])
            #expect(Reference.error(share.estimate, row[2]) < 1e-12)
            #expect(Reference.error(share.standardError, row[3]) < 1e-9, "\(row)")
        }
    }

    @Test func withoutCensoringItIsTheShareOfAllWhoWereMatched() throws {
        let histories: [PlacementHistory] = (0..<30).map { index in
            switch index % 5 {
            case 0: .left(at: Double(index) + 1)
            case 1: .ended(since: Double(index), at: Double(index) + 20)
            case 2: .waiting(until: 400)
            default: .inPlace(since: Double(2 * index), until: 400)
            }
        }
        let there = histories.count { if case .inPlace(let since, _) = $0 { since <= 50 } else { false } }
        let ended = histories.count { if case .ended(let since, let at) = $0 { since <= 50 && at > 50 } else { false } }
        let share = try PlacedAndThere(histories, at: 50)
        let expected = Double(there + ended) / 30
        #expect(abs(share.estimate - expected) < 1e-14)
        #expect(abs(share.standardError - (expected * (1 - expected) / 30).squareRoot()) < 1e-14)
        let interval = try share.interval(level: 0.95)
        #expect(abs(interval.low - (try Wilson(events: Double(there + ended), total: 30)).interval(level: 0.95).low) < 1e-12)
    }

    /// A group that is placed rarely but safely: perfect among the placed, small among all.
    @Test func rarePlacementCannotLookLikeRetention() throws {
        let rare: [PlacementHistory] = (0..<20).map { $0 < 2 ? .inPlace(since: 5, until: 400) : .waiting(until: 400) }
        #expect(try Retention.amongPlaced(rare, after: 90).estimate == 1)
        #expect(abs((try PlacedAndThere(rare, at: 95)).estimate - 0.1) < 1e-15)
    }

    @Test func followUpMustReachTheTime() {
        #expect(throws: Undefined.noObservations) { try PlacedAndThere([], at: 10) }
        #expect(throws: Undefined.nobodyAtRisk) { try PlacedAndThere([.waiting(until: 9)], at: 10) }
        #expect(throws: Undefined.nobodyAtRisk) { try PlacedAndThere([.inPlace(since: 2, until: 9), .left(at: 3)], at: 10) }
        #expect(throws: Undefined.outsideRange) { try PlacedAndThere([.left(at: 3)], at: 0) }
    }

    @Test func placedAtTheVeryTime() throws {
        let share = try PlacedAndThere([.inPlace(since: 10, until: 20), .left(at: 3)], at: 10)
        #expect(share.estimate == 0.5)
    }
}
