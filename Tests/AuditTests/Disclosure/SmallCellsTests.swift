import Foundation
import Metrics
import Testing

@testable import Audit

@Suite struct SmallCellsTests {
    static func limits() throws -> Thresholds.DisclosureLimits { try ThresholdsTests.read(try ThresholdsTests.text()).disclosure }

    @Test(arguments: [
        (["a": 40, "b": 30], [String]()),
        (["a": 40, "b": 30, "c": 4], ["b", "c"]),
        // Fourteen people in two cells: either may have one to thirteen.
        (["a": 40, "b": 10, "c": 4], ["b", "c"]),
        (["a": 40, "b": 9, "c": 9], ["b", "c"]),
        (["a": 40, "b": 5, "c": 5], ["b", "c"]),
        // Nine people together are too few, however they are divided.
        (["a": 40, "b": 5, "c": 4], ["a", "b", "c"]),
        (["a": 40, "b": 0], [String]()),
        (["a": 5], ["a"]),
        ([String: Int](), [String]()),
    ])
    func hidesSmallCellsAndWhatWouldGiveThemAway(counts: [String: Int], expected: [String]) throws {
        #expect(SmallCells.withheld(counts: counts, limits: try Self.limits()).map(\.group) == expected)
    }

    /// Which of the hidden cells is the small one would narrow it down, so the report has one word for both.
    @Test func theReportDoesNotSayWhichCellIsSmall() {
        #expect(SmallCells.Rule.primary.published == SmallCells.Rule.secondary.published)
    }

    @Test func aMarkedCellIsProtectedLikeASmallOne() throws {
        let hidden = SmallCells.withheld(counts: ["a": 60, "b": 41, "c": 80], marked: ["b": .difference], limits: try Self.limits())
        #expect(hidden.map(\.group) == ["a", "b"])
        #expect(hidden.map(\.rule) == [.secondary, .difference])
    }

    /// An attacker who knows the total, the shown cells and the rules tries every count that fits: no small cell may be pinned down.
    /// With the protection of a second cell taken away (planted: only primary cells hidden) this fails on most lines.
    @Test func noAttackerPinsDownASmallCell() throws {
        let limits = try Self.limits()
        var protected = 0
        var pinnedWithoutProtection = 0
        for seed in 1...2000 {
            var random = SeededRandom(seed: UInt64(seed))
            let counts = Dictionary(uniqueKeysWithValues: (0..<(2 + random.index(below: 6))).map { index in
                ("g\(index)", random.index(below: 3) == 0 ? 1 + random.index(below: 12) : 10 + random.index(below: 90))
            })
            let hidden = SmallCells.withheld(counts: counts, limits: limits)
            let small = counts.filter { $0.value < limits.minimumCell.value }
            guard !small.isEmpty else { continue }
            let isWholeLineHidden = hidden.count == counts.count
            for name in small.keys {
                let names = hidden.map(\.group)
                #expect(names.contains(name))
                let possible = Self.possibleCounts(of: name, hidden: hidden.map { ($0.group, counts[$0.group] ?? 0) })
                #expect(isWholeLineHidden || possible >= limits.minimumUncertainty.value, "seed \(seed)")
            }
            if hidden.contains(where: { $0.rule == .secondary }) { protected += 1 }
            if small.count == 1 { pinnedWithoutProtection += 1 }
        }
        // The interesting branch was taken often, and without it the attacker would have won.
        #expect(protected > 300)
        #expect(pinnedWithoutProtection > 300)
    }

    /// How many values `name` can take: every way to divide the hidden people over the hidden cells, at least one each.
    private static func possibleCounts(of name: String, hidden: [(String, Int)]) -> Int {
        let sum = hidden.reduce(0) { $0 + $1.1 }
        guard hidden.count > 1 else { return 1 }
        return (1...sum).count { sum - $0 >= hidden.count - 1 }
    }
}
