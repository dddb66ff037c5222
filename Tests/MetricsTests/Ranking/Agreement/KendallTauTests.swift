import Testing
import Metrics

@Suite struct KendallTauTests {
    @Test("V51 tau of 12345 and 21354")
    func v51() throws {
        let tau = try KendallTau([1, 2, 3, 4, 5], [2, 1, 3, 5, 4])
        #expect(abs(tau.estimate - 0.6) < 1e-15 && tau.concordant == 8 && tau.discordant == 2)
    }

    @Test func agreesWithScipy() throws {
        for row in Reference.kendallPairs {
            let n = Int(row[3])
            let tau = try KendallTau(Array(row[4..<(4 + n)]), Array(row[(4 + n)...]))
            #expect(tau.isExact == (row[0] == 1))
            #expect(Reference.error(tau.estimate, row[1], floor: 1e-3) < 1e-12, "n \(n)")
            #expect(Reference.error(tau.pValue, row[2]) < 1e-9, "n \(n)")
        }
    }

    /// Counting all pairs, with ties on either side.
    @Test func agreesWithCountingPairs() throws {
        var random = SeededRandom(seed: 51)
        for _ in 0..<200 {
            let n = 2 + random.index(below: 12)
            let x = (0..<n).map { _ in Double(random.index(below: 5)) }
            let y = (0..<n).map { _ in Double(random.index(below: 4)) }
            guard Set(x).count > 1, Set(y).count > 1 else { continue }
            var (concordant, discordant, first, second, both) = (0, 0, 0, 0, 0)
            for i in 0..<n {
                for j in 0..<i {
                    let product = (x[i] - x[j]) * (y[i] - y[j])
                    if product > 0 { concordant += 1 }
                    if product < 0 { discordant += 1 }
                    if x[i] == x[j] { first += 1 }
                    if y[i] == y[j] { second += 1 }
                    if x[i] == x[j], y[i] == y[j] { both += 1 }
                }
            }
            let tau = try KendallTau(x, y)
            #expect(tau.concordant == concordant && tau.discordant == discordant)
            #expect(tau.tiedFirst == first && tau.tiedSecond == second && tau.tiedBoth == both)
        }
    }

    /// The exact p is the share of all orders at least as far from no association: all 720 of six.
    @Test func exactByAllOrders() throws {
        let identity = (0..<6).map(Double.init)
        var orders: [KendallTau] = []
        func place(_ order: [Double]) throws {
            if order.count == 6 { orders.append(try KendallTau(identity, order)) }
            for next in identity where !order.contains(next) { try place(order + [next]) }
        }
        try place([])
        #expect(orders.count == 720)
        for tau in orders {
            let few = min(tau.discordant, 15 - tau.discordant)
            let expected = min(1, 2 * Double(orders.count { $0.discordant <= few }) / 720)
            #expect(abs(tau.pValue - expected) < 1e-14)
        }
    }

    @Test func ofLists() throws {
        let tau = try KendallTau(lists: ["a", "b", "x", "c", "d"], ["d", "y", "c", "b", "a"])
        #expect(tau.estimate == -1 && tau.count == 4)
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try KendallTau(lists: ["a", "b"], ["b", "c"]) }
        #expect(throws: Undefined.outsideRange) { try KendallTau(lists: ["a", "a"], ["a", "b"]) }
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.unequalLengths) { try KendallTau([1, 2], [1]) }
        #expect(throws: Undefined.notFinite) { try KendallTau([1, .nan], [1, 2]) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try KendallTau([1], [1]) }
        #expect(throws: Undefined.zeroVariance) { try KendallTau([1, 1, 1], [1, 2, 3]) }
        #expect(throws: Undefined.zeroVariance) { try KendallTau([1, 2, 3], [1, 1, 1]) }
    }
}
