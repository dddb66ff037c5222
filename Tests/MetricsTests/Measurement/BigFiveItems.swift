import Metrics

/// The 25 items of psych's bfi by scale, read from the shared data.
enum BigFiveItems {
    static let scales: [(name: String, reversed: Set<Int>)] = [("A", [0]), ("C", [3, 4]), ("E", [0, 1]), ("N", []), ("O", [1, 4])]

    static func scores(_ scale: (name: String, reversed: Set<Int>), _ rows: [[String: String]]) throws -> ItemScores {
        try ItemScores(rows.map { row in (1...5).map { Double(row["\(scale.name)\($0)"]!) } }, reversed: scale.reversed)
    }

    static func rows() throws -> [[String: String]] { try SharedData.rows("data/bfi/bfi.csv") }
}
