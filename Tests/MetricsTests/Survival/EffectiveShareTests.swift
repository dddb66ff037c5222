import Testing
import Metrics

@Suite struct EffectiveShareTests {
    @Test func plainCountsWithoutCensoring() {
        let share = EffectiveShare(share: 0.3, standardError: (0.3 * 0.7 / 50).squareRoot(), knownPeople: 1)
        #expect(abs(share.total - 50) < 1e-11 && abs(share.events - 15) < 1e-11)
    }

    @Test func knownPeopleWhereTheShareIsZeroOrOne() {
        #expect(EffectiveShare(share: 0, standardError: 0, knownPeople: 7).total == 7)
        let all = EffectiveShare(share: 1, standardError: 0, knownPeople: 7)
        #expect(all.total == 7 && all.events == 7)
    }
}
