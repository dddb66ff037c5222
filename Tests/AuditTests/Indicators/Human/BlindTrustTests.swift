import Testing

@testable import Audit

/// Three kinds of following. Slopes and intervals of the logistic regression itself are held to R in its own tests.
@Suite struct BlindTrustTests {
    private func trust(_ people: Int, follows: (_ person: Int, _ margin: Double) -> Bool) throws -> BlindTrust {
        // 7 and 13 have no common factor with 20, so margins are spread evenly over who follows and who does not.
        let margins = (0..<people).map { Double($0 * 7 % 13) }
        return BlindTrust(
            Following(
                followed: margins.indices.map { follows($0, margins[$0]) }, rank: margins.map { _ in nil }, margin: margins,
                flagged: margins.map { _ in false }),
            limits: try Hamlet.limits())
    }

    @Test func nearlyEverybodyFollowsWhateverTheAdvice() throws {
        let trust = try trust(5200) { person, _ in person % 20 != 3 }
        #expect(trust.code == .blind)
        #expect(trust.rate == 0.95)
        #expect(abs(trust.slope ?? 9) < 0.05)
    }

    @Test func thatASlopeIsNotSignificantSaysNothing() throws {
        let trust = try trust(200) { person, _ in person % 20 != 3 }
        #expect(trust.interval?.isInside(-0.2, 0.2) == false && trust.interval?.excludes(0) == false)
        #expect(trust.code == .notSettled)
    }

    @Test func flatButOftenDepartedFromIsNotBlind() throws {
        let trust = try trust(5200) { person, _ in person % 20 < 12 }
        #expect(trust.interval?.isInside(-0.2, 0.2) == true)
        #expect(trust.code == .notSettled)
    }

    @Test func followingTheBetterAdviceMoreDependsOnIt() throws {
        let trust = try trust(600) { person, margin in margin > 6 ? person % 20 != 3 : person % 20 < 12 }
        #expect((trust.interval?.low ?? -1) > 0)
        #expect(trust.code == .dependsOnQuality)
    }

    @Test func whereEverybodyFollowsThereIsNoSlope() throws {
        let trust = try trust(600) { _, _ in true }
        #expect(trust.slope == nil && trust.rate == nil && trust.code == .notSettled)
    }
}
