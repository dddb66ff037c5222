import Testing
import Metrics

@Suite struct ChainedLinearLinkingTests {
    private func pairs(_ form: Double) -> [(score: Double, anchor: Double)] {
        Reference.chainedLines.filter { $0[0] == form }.map { (score: $0[1], anchor: $0[2]) }
    }

    @Test func agreesWithNumericalDerivatives() throws {
        let expected = Reference.chainedLines[0]
        let linked = try ChainedLinearLinking(from: pairs(0), to: pairs(1), basis: .none).linked(expected[3])
        #expect(try abs(linked.estimate - expected[4]) < 1e-12 && Reference.error(linked.standardError(), expected[5]) < 1e-7)
        #expect(linked.count == 27)
    }

    /// Groups one spread apart; X = t + e, Y = 10 + 2 t + e', anchor = t + e'': the chain recovers the slope where linear linking of the
    /// two groups takes their difference for one of the forms.
    @Test func groupsMayDiffer() throws {
        var random = SeededRandom(seed: 163)
        let first = (0..<4_000).map { _ -> (score: Double, anchor: Double) in
            let t = random.normal()
            return (t + 0.5 * random.normal(), t + 0.5 * random.normal())
        }
        let second = (0..<4_000).map { _ -> (score: Double, anchor: Double) in
            let t = 1 + random.normal()
            return (10 + 2 * t + random.normal(), t + 0.5 * random.normal())
        }
        let chained = try ChainedLinearLinking(from: first, to: second, basis: .commonAnchor(evidence: "made so")).linked(0)
        let linear = try LinearLinking(from: first.map(\.score), to: second.map(\.score), basis: .none).linked(0)
        #expect(try abs(chained.estimate - 10) < 4 * chained.standardError() && chained.standardError() < 0.1)
        #expect(linear.estimate > 11.8)
    }

    @Test func anAnchorThatDoesNotVaryIsNoAnchor() {
        let flat = pairs(0).map { (score: $0.score, anchor: 1.0) }
        #expect(throws: Undefined.zeroVariance) { try ChainedLinearLinking(from: flat, to: pairs(1), basis: .none) }
    }
}
