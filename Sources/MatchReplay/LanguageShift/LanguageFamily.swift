import Metrics

/// All comparisons of a language with the reference on a scale, and how large the largest of them becomes by chance.
struct LanguageFamily {
    struct Comparison {
        let language: String
        let scale: String
        let welch: WelchDifference
        let standardDeviation: Double
        /// Positions in `groups` and of the scale in `deviations`.
        fileprivate let group: Int
        fileprivate let column: Int
    }

    let comparisons: [Comparison]
    private let groups: Int
    private let reference: Int
    /// Group of each person who takes part.
    private let labels: [Int]
    /// Scale by scale, for each person, the score minus the mean of the person's language; `nil` where nothing was measured.
    private let deviations: [[Double?]]

    init(_ tested: TestedPeople, languages: [String], reference: String, minimum: Int) {
        let group = Dictionary(languages.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = tested.people.indices.filter { group[tested.people[$0].language] != nil }
        labels = rows.map { group[tested.people[$0].language] ?? 0 }
        groups = languages.count
        self.reference = group[reference] ?? 0

        var comparisons: [Comparison] = []
        var deviations: [[Double?]] = []
        for (scale, code) in tested.scales.enumerated() {
            let scores = languages.map { tested.scores(scale: scale, language: $0) }
            let means = scores.map { $0.isEmpty ? 0 : CompensatedSum($0).value / Double($0.count) }
            let summaries = tested.languages.compactMap { try? Summary(tested.scores(scale: scale, language: $0)) }
            let freedom = summaries.reduce(0) { $0 + $1.count - 1 }
            guard freedom > 0 else { continue }
            let spread = (CompensatedSum(summaries.map(\.squaredDeviations)).value / Double(freedom)).squareRoot()
            guard spread > 0, scores[self.reference].count >= minimum else { continue }
            for language in languages.indices where language != self.reference && scores[language].count >= minimum {
                guard let welch = try? WelchDifference(group: scores[language], reference: scores[self.reference]) else { continue }
                comparisons.append(
                    Comparison(
                        language: languages[language], scale: code, welch: welch, standardDeviation: spread, group: language,
                        column: deviations.count))
            }
            deviations.append(rows.map { row in tested.score(person: row, scale: scale).map { $0 - means[group[tested.people[row].language] ?? 0] } })
        }
        self.deviations = deviations
        self.comparisons = comparisons.sorted { a, b in
            a.language == b.language ? a.column < b.column : precedesInBytes(a.language, b.language)
        }
    }

    var observed: [Double] { comparisons.map(\.welch.statistic) }

    /// Welch's t of every comparison with the labels dealt out anew, whole people at a time.
    func permuted(replicates: Int, seed: UInt64) -> [[Double]] {
        var rows: [[Double]] = []
        rows.reserveCapacity(replicates)
        for replicate in 0..<replicates {
            let order = LabelPermutation.order(count: labels.count, seed: seed, replicate: UInt64(replicate))
            let dealt = order.map { labels[$0] }
            let columns = deviations.map { sides($0, dealt) }
            rows.append(
                comparisons.map { comparison in
                    let (a, b) = (columns[comparison.column][comparison.group], columns[comparison.column][reference])
                    let variance = a.variance + b.variance
                    // Without a spread on either side there is nothing to be larger than.
                    return variance > 0 ? (a.mean - b.mean) / variance.squareRoot() : 0
                })
        }
        return rows
    }

    /// Mean and squared standard error of each group on one scale.
    private func sides(_ values: [Double?], _ labels: [Int]) -> [(mean: Double, variance: Double)] {
        var sums = [(count: Double, sum: Double, square: Double)](repeating: (0, 0, 0), count: groups)
        for (person, value) in values.enumerated() {
            guard let value else { continue }
            sums[labels[person]].count += 1
            sums[labels[person]].sum += value
            sums[labels[person]].square += value * value
        }
        return sums.map { side in
            guard side.count > 1 else { return (0, 0) }
            let mean = side.sum / side.count
            return (mean, max(0, side.square - side.sum * mean) / (side.count - 1) / side.count)
        }
    }
}
