import Testing
import Metrics

@Suite struct UnknownGroupBoundsTests {
    /// Every way to give the unknown people a group, a reference or neither, tried for all small tables.
    @Test func equalsBruteForce() throws {
        var tables = 0
        for (n1, n0, u) in [(1, 1, 4), (2, 3, 3), (3, 2, 4), (4, 4, 3), (1, 5, 3)] {
            for a in 0...n1 {
                for c in 0...n0 {
                    for e in 0...u {
                        try check(a: a, n1: n1, c: c, n0: n0, e: e, u: u)
                        tables += 1
                    }
                }
            }
        }
        #expect(tables == 276)
    }

    private func check(a: Int, n1: Int, c: Int, n0: Int, e: Int, u: Int) throws {
        let bounds = try UnknownGroupBounds(
            groupEvents: Double(a), groupTotal: Double(n1), referenceEvents: Double(c), referenceTotal: Double(n0),
            unknownEvents: Double(e), unknownTotal: Double(u))
        let outer = bounds.interval(level: 0.95)
        var low = 2.0
        var high = -2.0
        var escapes = 0
        let assignments = (0..<u).reduce(1) { product, _ in product * 3 }
        for code in 0..<assignments {
            var (ga, gn, ra, rn) = (a, n1, c, n0)
            var rest = code
            for person in 0..<u {
                let event = person < e ? 1 : 0
                switch rest % 3 {
                case 0: (ga, gn) = (ga + event, gn + 1)
                case 1: (ra, rn) = (ra + event, rn + 1)
                default: break
                }
                rest /= 3
            }
            let difference = Double(ga) / Double(gn) - Double(ra) / Double(rn)
            low = min(low, difference)
            high = max(high, difference)
            // The interval of a person counted in neither group is wider, so this is asked of two groups only.
            guard gn + rn == n1 + n0 + u else { continue }
            let inner = try MiettinenNurminen(
                groupEvents: Double(ga), groupTotal: Double(gn), referenceEvents: Double(ra), referenceTotal: Double(rn)).interval(level: 0.95)
            if inner.low < outer.low - 1e-9 || inner.high > outer.high + 1e-9 { escapes += 1 }
        }
        #expect(abs(bounds.low - low) < 1e-15 && abs(bounds.high - high) < 1e-15)
        #expect(escapes == 0, "a \(a)/\(n1) c \(c)/\(n0) e \(e)/\(u)")
    }

    @Test func nobodyUnknownIsTheKnownDifference() throws {
        let bounds = try UnknownGroupBounds(
            groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100, unknownEvents: 0, unknownTotal: 0)
        #expect(bounds.low == bounds.estimate && bounds.high == bounds.estimate && bounds.settlesSign && bounds.unknownShare == 0)
        #expect(bounds.interval(level: 0.95) == bounds.known.interval(level: 0.95))
    }

    @Test func fewUnknownCanUnsettleTheSign() throws {
        let bounds = try UnknownGroupBounds(
            groupEvents: 12, groupTotal: 40, referenceEvents: 70, referenceTotal: 200, unknownEvents: 4, unknownTotal: 20)
        #expect(!bounds.settlesSign && bounds.count == 260)
        #expect(abs(bounds.low - (12.0 / 56 - 74.0 / 204)) < 1e-15)
        #expect(abs(bounds.high - (16.0 / 44 - 70.0 / 216)) < 1e-15)
    }

    @Test func edgesHaveReasons() {
        #expect(throws: Undefined.noObservations) {
            try UnknownGroupBounds(groupEvents: 0, groupTotal: 0, referenceEvents: 1, referenceTotal: 2, unknownEvents: 0, unknownTotal: 5)
        }
        #expect(throws: Undefined.outsideRange) {
            try UnknownGroupBounds(groupEvents: 0, groupTotal: 1, referenceEvents: 1, referenceTotal: 2, unknownEvents: 6, unknownTotal: 5)
        }
        #expect(throws: Undefined.notFinite) {
            try UnknownGroupBounds(groupEvents: 0, groupTotal: 1, referenceEvents: 1, referenceTotal: 2, unknownEvents: .nan, unknownTotal: 5)
        }
    }
}
