import Testing
import Metrics

@Suite struct MeansTests {
    private let varied = (0..<20).map { Double($0) / 20 }
    private func mostlyZero(_ others: Int) -> [Double] { (0..<40).map { $0 < others ? 0.2 + Double($0) / 100 : 0 } }

    @Test func welchUnlessBoundedAndNearlyConstant() throws {
        func method(_ group: [Double], _ reference: [Double], _ bounded: Bool) throws -> String {
            type(of: try Means.difference(group: group, reference: reference, bounded: bounded)).method
        }
        #expect(try method(varied, varied, true) == "welch")
        #expect(try method(mostlyZero(9), varied, true) == "miettinen_nurminen_on_sums")
        #expect(try method(varied, mostlyZero(9), true) == "miettinen_nurminen_on_sums")
        #expect(try method(mostlyZero(10), varied, true) == "welch")
        #expect(try method(mostlyZero(9), varied, false) == "welch")
    }

    @Test func offCommonest() {
        #expect(Means.offCommonest([]) == 0)
        #expect(Means.offCommonest([3]) == 0)
        #expect(Means.offCommonest([1, 2, 3]) == 2)
        #expect(Means.offCommonest([0, 1, 0, 2, 0, 1]) == 3)
    }

    /// The short way against counting, on lists of every length around the limit and with every number off the commonest.
    @Test func hardlyVariesIsFewerThanTenOffTheCommonest() {
        var random = SeededRandom(seed: 3)
        var found = [0, 0]
        for length in 0..<80 {
            for others in 0...min(length, 24) {
                var values = (0..<length).map { $0 < others ? Double(1 + random.index(below: 3)) : 0 }
                random.shuffle(&values)
                let expected = Means.offCommonest(values) < Means.neededOffCommonest
                #expect(Means.hardlyVaries(values) == expected, "\(values)")
                found[expected ? 1 : 0] += 1
            }
        }
        #expect(found.allSatisfy { $0 > 300 }, "\(found)")
    }

    /// Skewed shares with at least ten off the commonest value: Welch keeps 4 to 6 %.
    @Test func typeOneErrorWhereWelchIsChosen() throws {
        var random = SeededRandom(seed: 17)
        func side(_ n: Int) -> [Double] { (0..<n).map { _ in random.uniform() < 0.6 ? Double(random.index(below: 6)) / 5 : 0 } }
        let runs = 3_000 * Simulated.factor
        var rejected = 0
        for _ in 0..<runs {
            if try Means.difference(group: side(60), reference: side(200), bounded: true).pValue < 0.05 { rejected += 1 }
        }
        #expect(try Simulated.isWithin(rejected, of: runs, 0.04, 0.06, "common shares of a list, 60 against 200, type I at 5 %"))
    }
}
