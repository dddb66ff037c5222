import Testing

@testable import Metrics

@Suite struct HallTransformationTests {
    @Test(arguments: [-1.5, -0.2, -1e-7, 0, 1e-7, 0.3, 2])
    func theInverseUndoesIt(_ skewness: Double) {
        let hall = HallTransformation(skewness: skewness)
        for step in -40...40 {
            let t = Double(step) / 10
            #expect(abs(hall.untransformed(hall.transformed(t)) - t) < 1e-7, "t \(t)")
            #expect(hall.transformed(t + 0.1) >= hall.transformed(t))
        }
    }

    /// By hand: T + c T^2/3 + c^2 T^3/27 + c/6 at T = 2, c = 0.6.
    @Test func isHallsPolynomial() { #expect(abs(HallTransformation(skewness: 0.6).transformed(2) - (2 + 0.8 + 0.36 * 8 / 27 + 0.1)) < 1e-14) }

    /// Never narrower than plain t, on either side.
    @Test func limitsAreTheWiderOfBoth() {
        for skewness in [-0.8, 0.8] {
            let hall = HallTransformation(skewness: skewness)
            #expect(hall.below(1.7) >= 1.7 && hall.above(-1.7) <= -1.7)
            #expect(hall.pAboveZero(1.7, df: 12) >= StudentT.survival(1.7, df: 12) && hall.pBelowZero(-1.7, df: 12) >= StudentT.cdf(-1.7, df: 12))
        }
    }
}
