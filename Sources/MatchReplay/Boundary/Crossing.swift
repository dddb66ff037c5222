/// The difference of two squared distances along a line of shifts: a + 2 b t + c t^2 at shift t, of the farther place less the nearer one.
///
/// Of two places that ask the same scales with the same weights c is 0: the squares of the shift cancel, and the places change order at t = -a / (2 b).
struct Crossing {
    /// At no shift; a value below 0 is rounding, and counts as a tie.
    let a: Double
    let b: Double
    let c: Double

    init(a: Double, b: Double, c: Double) {
        self.a = a
        self.b = b
        self.c = c
    }

    /// Places at one distance are a tie for the core, whatever the last bit of their squares, and so here.
    init(near: ShiftCurve, far: ShiftCurve) {
        self.init(a: near.distance == far.distance ? 0 : far.a - near.a, b: far.b - near.b, c: far.c - near.c)
    }

    /// The smallest t >= 0 from which on the farther place is nearer; `nil` when that never happens. A tie that breaks at once gives 0; two curves
    /// that touch without crossing change nothing.
    var forward: Double? { Self.first(max(0, a), b, c) }

    /// The same for shifts the other way, as a positive size.
    var backward: Double? { Self.first(max(0, a), -b, c) }

    private static func first(_ a: Double, _ b: Double, _ c: Double) -> Double? {
        if a == 0 {
            if b < 0 || (b == 0 && c < 0) { return 0 }
            return c < 0 ? -2 * b / c : nil
        }
        if c == 0 { return b < 0 ? -a / (2 * b) : nil }
        let discriminant = b * b - a * c
        // Places with the same targets and weights in proportion touch where both are at distance 0; rounding must not make a crossing of it. What is
        // taken back within a millionth of the shift counts as touching.
        guard discriminant > 1e-12 * b * b else { return nil }
        // The root that does not cancel: for b < 0 the product of the roots is a / c.
        if b < 0 { return a / (-b + discriminant.squareRoot()) }
        return c < 0 ? -(b + discriminant.squareRoot()) / c : nil
    }
}
