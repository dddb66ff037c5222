import Metrics

/// The samples of Reference.twoCovariances (case 0 has three variables, case 1 two) and samples without a difference.
enum CovarianceSamples {
    static func cases() -> [(group: [[Double]], reference: [[Double]], expected: [Double])] {
        Reference.cases(Reference.twoCovariances).map { rows in
            let last = rows[0][0] == 0 ? 10 : 9
            func side(_ side: Double) -> [[Double]] { rows.filter { $0[6] == side }.map { Array($0[7..<last]) } }
            return (side(0), side(1), rows[0])
        }
    }

    static func simulated(_ n: Int, _ random: inout SeededRandom) -> [[Double]] {
        (0..<n).map { _ in
            let common = random.normal()
            return (0..<3).map { _ in common + random.normal() }
        }
    }
}
