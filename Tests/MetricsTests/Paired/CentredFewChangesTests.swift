import Testing
import Metrics

@Suite struct CentredFewChangesTests {
    private func nearlyAlike(_ group: [Double], _ rest: [Double]) throws -> CentredFewChanges {
        CentredFewChanges(group: try FewChanges(group, largest: 3), rest: try FewChanges(rest, largest: 3))
    }

    /// By hand: (1 - p)(limit of the group at half the tail - the opposite limit of the rest at half the tail).
    @Test func limitsAreThoseOfTheTwoSidesAtHalfTheTail() throws {
        let group = Array(repeating: 0.0, count: 36) + [1.5, 3, -0.5, 0.75], rest = Array(repeating: 0.0, count: 118) + [0.5, -1]
        let change = try nearlyAlike(group, rest)
        let own = try FewChanges(group, largest: 3), other = try FewChanges(rest, largest: 3)
        #expect(abs(change.estimate - 0.75 * (4.75 / 40 + 0.5 / 120)) < 1e-12)
        #expect(abs(change.lower(level: 0.95) - 0.75 * (own.lower(level: 0.975) - other.upper(level: 0.975))) < 1e-12)
        #expect(abs(change.upper(level: 0.95) - 0.75 * (own.upper(level: 0.975) - other.lower(level: 0.975))) < 1e-12)
        let (first, second) = (own.standardError, other.standardError)
        #expect(abs(change.standardError - 0.75 * (first * first + second * second).squareRoot()) < 1e-12)
        #expect(change.count == 40)
    }

    @Test func nobodyChangedOnEitherSide() throws {
        let change = try nearlyAlike(Array(repeating: 0, count: 200), Array(repeating: 0, count: 500))
        #expect(change.estimate == 0 && change.pAboveZero == 1 && change.pBelowZero == 1)
        #expect(change.upper(level: 0.95) > 0 && change.upper(level: 0.95) < 0.3)
    }

    @Test func aChangeOfTheWholeGroupIsShown() throws {
        let change = try nearlyAlike(Array(repeating: 2, count: 60), Array(repeating: 0, count: 240))
        #expect(change.lower(level: 0.998) > 0 && change.pAboveZero < 0.002)
        let mirror = try nearlyAlike(Array(repeating: -2, count: 60), Array(repeating: 0, count: 240))
        #expect(mirror.upper(level: 0.998) < 0 && mirror.pBelowZero < 0.002)
    }
}
