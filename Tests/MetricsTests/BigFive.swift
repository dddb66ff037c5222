/// Scale scores of the personality questionnaire among the shared data.
enum BigFive {
    static let traits = ["A", "C", "E", "N", "O"]
    private static let reversed: Set<String> = ["A1", "C4", "C5", "E1", "E2", "O2", "O5"]

    /// Mean of the answered items of a scale (reversed = 7 - x) per person; men, women.
    static func scores(_ trait: String) throws -> (men: [Double], women: [Double]) {
        let items = (1...5).map { "\(trait)\($0)" }
        var (men, women): ([Double], [Double]) = ([], [])
        for row in try SharedData.rows("data/bfi/bfi.csv") {
            let answers = items.compactMap { item in Double(row[item]!).map { reversed.contains(item) ? 7 - $0 : $0 } }
            guard !answers.isEmpty else { continue }
            let score = answers.reduce(0, +) / Double(answers.count)
            if row["gender"] == "1" { men.append(score) } else { women.append(score) }
        }
        return (men, women)
    }
}
