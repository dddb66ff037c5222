import Metrics

/// Rankings that several suites use.
enum RankingFixtures {
    /// X X Y X Y Y, the running example of the survey; X = 0, Y = 1.
    static func running() throws -> ItemRanking { try ranking("XXYXYY") }

    /// One letter per rank: X (also N, M) = 0, Y (also P, F) = 1.
    static func ranking(_ letters: String) throws -> ItemRanking {
        try ItemRanking(groupsInOrder: letters.map { "XNM".contains($0) ? 0 : 1 }, named: 2)
    }

    /// The discounts of scripts/reference/ranking.py, by number.
    static func discount(_ number: Double) throws -> Discount {
        [.logarithmic, .reciprocal, try .geometric(patience: 0.7), .trec, .uniform][Int(number)]
    }

    static func labels(_ values: ArraySlice<Double>) -> [Int] { values.map { Int($0) } }

    /// True when both agree within 1e-9 of the larger, or within the digits a source printed.
    static func agree(_ value: Double, _ expected: Double, within tolerance: Double = 1e-9) -> Bool {
        value == expected || abs(value - expected) <= tolerance * max(abs(value), abs(expected))
    }
}
