/// Answers of people to the items of one scale, some of them perhaps missing.
///
/// Reverse-keyed items (where agreement speaks for less of the trait) must be named: nothing turns an item round by looking at its
/// correlations. An answer x to such an item counts as -x, which for covariances is the same as "highest plus lowest minus x".
public struct ItemScores: Sendable, Equatable {
    /// Who counts when answers are missing.
    public enum Missing: String, Sendable, CaseIterable {
        /// Only people who answered every item.
        case listwise
        /// For each pair of items the people who answered both. Covariances then come from different people.
        case pairwise
    }

    /// Answers after turning round the reverse-keyed items, people by items; nil where there is none.
    public let answers: [[Double?]]
    public let items: Int

    /// - Parameters:
    ///   - answers: one row per person, one value per item, nil where missing.
    ///   - reversed: places, from 0, of the reverse-keyed items.
    /// - Throws: `noObservations` without people, `unequalLengths` when rows differ in length, `tooFewObservations(needed: 2)` for
    ///   fewer than two items, `outsideRange` when `reversed` names an item that is not there, `notFinite`.
    public init(_ answers: [[Double?]], reversed: Set<Int>) throws(Undefined) {
        guard let first = answers.first else { throw .noObservations }
        guard answers.allSatisfy({ $0.count == first.count }) else { throw .unequalLengths }
        guard first.count > 1 else { throw .tooFewObservations(needed: 2) }
        guard reversed.allSatisfy({ $0 >= 0 && $0 < first.count }) else { throw .outsideRange }
        guard answers.allSatisfy({ $0.allSatisfy { $0?.isFinite ?? true } }) else { throw .notFinite }
        items = first.count
        self.answers = answers.map { row in row.enumerated().map { item, answer in reversed.contains(item) ? answer.map { -$0 } : answer } }
    }

    /// People who answered every item, in order.
    public var complete: [[Double]] {
        answers.compactMap { row in
            let given = row.compactMap { $0 }
            return given.count == items ? given : nil
        }
    }

    /// Covariances of the items (n - 1), and the people behind them: with pairs, those of the smallest pair.
    ///
    /// - Throws: `tooFewObservations(needed: 2)` when fewer than two people are complete, or answered both items of a pair.
    public func covariance(missing: Missing) throws(Undefined) -> (matrix: SymmetricMatrix, people: Int) {
        switch missing {
        case .listwise:
            let complete = complete
            return (try .covariance(of: complete), complete.count)
        case .pairwise:
            var matrix = SymmetricMatrix(size: items) { _, _ in 0 }
            var fewest = Int.max
            for i in 0..<items {
                for j in 0...i {
                    let pairs = answers.compactMap { row in
                        if let first = row[i], let second = row[j] { [first, second] } else { nil }
                    }
                    fewest = min(fewest, pairs.count)
                    matrix[i, j] = try SymmetricMatrix.covariance(of: pairs)[1, 0]
                }
            }
            return (matrix, fewest)
        }
    }
}
