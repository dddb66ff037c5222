import Testing

@testable import MatchReplay

struct CrossingTests {
    /// a + 2 b t + c t^2, worked by hand.
    @Test func firstCrossingEitherWay() {
        // A line: 4 - 2 t.
        #expect(Crossing(a: 4, b: -1, c: 0).forward == 2)
        #expect(Crossing(a: 4, b: -1, c: 0).backward == nil)
        // (t - 1)(t - 3) = 3 - 4 t + t^2: below 0 from 1 on.
        #expect(Crossing(a: 3, b: -2, c: 1).forward == 1)
        #expect(Crossing(a: 3, b: -2, c: 1).backward == nil)
        // (t + 1)(3 - t) = 3 + 2 t - t^2.
        #expect(Crossing(a: 3, b: 1, c: -1).forward == 3)
        #expect(Crossing(a: 3, b: 1, c: -1).backward == 1)
        // (t - 1)^2 touches, and changes nothing.
        #expect(Crossing(a: 1, b: -1, c: 1).forward == nil)
        // 2 (x - t)^2 less (x - t)^2 for an x that is no round number.
        let x = 0.1 + 0.2
        #expect(Crossing(a: 2 * x * x - x * x, b: -2 * x + x, c: 1).forward == nil)
        // No root at all.
        #expect(Crossing(a: 5, b: -2, c: 1).forward == nil)
        #expect(Crossing(a: 5, b: 0, c: 0).forward == nil)
    }

    @Test func tiesBreakAtOnceOrLaterOrNever() {
        #expect(Crossing(a: 0, b: -1, c: 5).forward == 0)
        // 2 t - t^2: farther at first, nearer from 2 on.
        #expect(Crossing(a: 0, b: 1, c: -1).forward == 2)
        #expect(Crossing(a: 0, b: 1, c: -1).backward == 0)
        #expect(Crossing(a: 0, b: 0, c: -1).forward == 0)
        #expect(Crossing(a: 0, b: 0, c: 1).forward == nil)
        #expect(Crossing(a: 0, b: 0, c: 0).forward == nil)
        // Rounding below 0 is a tie.
        #expect(Crossing(a: -1e-18, b: -1, c: 0).forward == 0)
    }
}
