import Testing
import Metrics

@Suite struct ScreeningSumsTests {
    @Test(arguments: 1...50)
    func agreesWithWelchOnTheValues(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let values = (0..<60).map { _ in 1000 + random.normal() }
        let size = 2 + random.index(below: 57)
        let all = ScreeningSums(values)
        let screened = try #require(all.screen(ScreeningSums(values.prefix(size).map { $0 - all.centre }, centre: 0)))
        let welch = try WelchDifference(group: Array(values.prefix(size)), reference: Array(values.dropFirst(size)))
        #expect(abs(screened.difference - welch.estimate) < 1e-10)
        #expect(Reference.error(screened.pValue, welch.pValue, floor: 1e-6) < 1e-7)
    }

    @Test func tooFewOrAllAlikeIsNoScreen() {
        let all = ScreeningSums([1, 2, 3])
        #expect(all.screen(ScreeningSums([0], centre: 0)) == nil)
        #expect(ScreeningSums([1, 1, 1, 1]).screen(ScreeningSums([0, 0], centre: 0)) == nil)
    }
}
