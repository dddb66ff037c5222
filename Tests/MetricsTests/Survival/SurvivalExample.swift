import Metrics

/// The cases of Reference.survivalCases as records, and small lists that several tests need.
enum SurvivalExample {
    static func rows(_ number: Int) -> [[Double]] {
        Reference.survivalCases.filter { $0[0] == Double(number) }
    }

    /// - Parameter causes: 1 takes every other exit as censored.
    static func records(_ number: Int, causes: Int = 1) -> [FollowUp] {
        rows(number).map { row in
            FollowUp(end: row[2], cause: Int(row[3]) <= causes ? Int(row[3]) : 0, entry: row[1], weight: row[4])
        }
    }

    static func groups(_ number: Int, causes: Int = 1) -> (records: [[FollowUp]], strata: [[Int]]) {
        let rows = rows(number)
        let records = records(number, causes: causes)
        let count = Int(rows.map { $0[5] }.max()!) + 1
        let members = (0..<count).map { group in rows.indices.filter { rows[$0][5] == Double(group) } }
        return (members.map { $0.map { records[$0] } }, members.map { $0.map { Int(rows[$0][6]) } })
    }

    /// Row V54 of the survey: one placed, two left, nothing yet.
    static let placedLeft: [FollowUp] = zip([2.0, 3, 3, 5, 7, 8, 8, 10], [1, 2, 1, 0, 1, 2, 1, 0]).map { FollowUp(end: $0, cause: $1) }

    /// Random follow-up: ties (whole times) or not, up to three causes, some weights and delayed entries.
    static func draw(
        _ random: inout SeededRandom, n: Int, causes: Int = 1, ties: Bool, weights: Bool = false, delayed: Bool = false
    ) -> [FollowUp] {
        (0..<n).map { _ in
            let time = ties ? Double(1 + random.index(below: 8)) : 20 * random.uniform() + 0.5
            let cause = random.index(below: causes + 2)
            // A third of the delayed entries; dyadic weights, so that sums are exact.
            let entry = delayed && random.index(below: 3) == 0 ? (ties ? Double(random.index(below: Int(time))) : time * random.uniform()) : 0
            let weight = weights ? Double(1 + random.index(below: 12)) / 4 : 1
            return FollowUp(end: time, cause: cause > causes ? 1 : cause, entry: entry, weight: weight)
        }
    }
}
