import RealModule

/// Whether two or more groups have the same hazard of the event at every time: observed less expected events per group, weighted,
/// against their hypergeometric covariance. Chi-squared with one degree of freedom less than there are groups.
///
/// Weights 1 give the log-rank test; see `EventWeights`. Stratified: sums over strata. Delayed entry is allowed. Weights of
/// records must be whole numbers of people.
public struct WeightedLogRank<Weights: EventWeights>: SignificanceTest {
    public static var method: String { Weights.method }
    public static var citation: String { Weights.citation }

    public let count: Int
    /// Chi-squared.
    public let statistic: Double
    public let degreesOfFreedom: Int
    public let pValue: Double
    /// Events of each group, and those expected if all groups had the pooled hazard; unweighted.
    public let observed: [Double]
    public let expected: [Double]
    /// Weighted observed less expected events, and their covariance.
    public let scores: [Double]
    public let covariance: [[Double]]

    /// - Parameters:
    ///   - groups: the records of each group; cause 0 is censored, any other the event.
    ///   - strata: a number for each record, in the same order; nil for none.
    /// - Throws: `outsideRange` below two groups, for times as `KaplanMeier` or weights that are not whole; `noObservations` for
    ///   an empty group; `unequalLengths`; `zeroVariance` when there are no events while two groups are at risk, or a group is never
    ///   at risk beside another at an event (its hazard cannot be compared).
    public init(groups: [[FollowUp]], strata: [[Int]]? = nil, weights: Weights = Weights()) throws(Undefined) {
        guard groups.count > 1 else { throw .outsideRange }
        for records in groups {
            guard !records.isEmpty else { throw .noObservations }
            for record in records {
                guard record.end.isFinite, record.entry.isFinite, record.weight.isFinite else { throw .notFinite }
                guard record.entry >= 0, record.end >= 0, record.entry == 0 || record.entry < record.end, record.cause >= 0,
                    record.weight >= 1, record.weight == record.weight.rounded()
                else { throw .outsideRange }
            }
        }
        var sums = HazardSums(groups.count)
        if let strata {
            guard strata.count == groups.count, zip(strata, groups).allSatisfy({ $0.count == $1.count }) else { throw .unequalLengths }
            for number in Set(strata.joined()).sorted() {
                sums.add(zip(groups, strata).map { zip($0, $1).filter { $1 == number }.map(\.0) }, weights)
            }
        } else {
            sums.add(groups, weights)
        }
        count = Int(groups.joined().reduce(0) { $0 + $1.weight })
        (observed, expected, scores, covariance) = (sums.observed, sums.expected, sums.scores, sums.covariance)
        degreesOfFreedom = groups.count - 1
        let rest = degreesOfFreedom
        guard let form = QuadraticForm.value(Array(sums.scores.prefix(rest)), sums.covariance.prefix(rest).map { Array($0.prefix(rest)) })
        else { throw .zeroVariance }
        statistic = form
        pValue = ChiSquared.survival(form, df: Double(rest))
    }
}

/// Sums over event times (and strata) of observed and expected events and their covariance.
private struct HazardSums {
    var observed: [Double]
    var expected: [Double]
    var scores: [Double]
    var covariance: [[Double]]

    init(_ groups: Int) {
        observed = Array(repeating: 0, count: groups)
        expected = observed
        scores = observed
        covariance = Array(repeating: observed, count: groups)
    }

    mutating func add(_ groups: [[FollowUp]], _ weights: some EventWeights) {
        let counted = groups.compactMap { DayCounts($0, causes: 1) }
        if counted.count == groups.count { add(counted, weights) } else { addSorted(groups, weights) }
    }

    /// Day by day, when everybody counts once from time zero.
    private mutating func add(_ groups: [DayCounts], _ weights: some EventWeights) {
        var moment = Pooled(groups.map { Double($0.leaving.reduce(0, +)) })
        var events = [Double](repeating: 0, count: groups.count)
        var gone = events
        for day in 0..<(groups.map(\.leaving.count).max() ?? 0) {
            for index in groups.indices {
                let isFollowed = day < groups[index].leaving.count
                events[index] = isFollowed ? Double(groups[index].byCause[0][day]) : 0
                gone[index] = isFollowed ? Double(groups[index].leaving[day]) : 0
            }
            add(events, gone, &moment, weights)
        }
    }

    private mutating func addSorted(_ groups: [[FollowUp]], _ weights: some EventWeights) {
        // Only what the sums need, gathered once in order of time: from here on everything reads straight through.
        let leaving = groups.indices.flatMap { side in
            groups[side].map { Leaving(time: $0.end, weight: $0.weight, side: Int32(side), isEvent: $0.cause > 0) }
        }
        let sorted = TimeOrder.ascending(leaving.map(\.time)).map { leaving[$0] }
        let late = groups.indices.flatMap { side in
            groups[side].filter { $0.entry > 0 }.map { (entry: $0.entry, weight: $0.weight, side: side) }
        }.sorted { $0.entry < $1.entry }
        var nextLate = 0
        var moment = Pooled(groups.map { $0.reduce(0) { $0 + ($1.entry > 0 ? 0 : $1.weight) } })
        var events = [Double](repeating: 0, count: groups.count)
        var gone = events
        var position = 0
        while position < sorted.count {
            let time = sorted[position].time
            while nextLate < late.count, late[nextLate].entry < time {
                moment.atRisk[late[nextLate].side] += late[nextLate].weight
                nextLate += 1
            }
            for index in events.indices {
                events[index] = 0
                gone[index] = 0
            }
            while position < sorted.count, sorted[position].time == time {
                let person = sorted[position]
                if person.isEvent { events[Int(person.side)] += person.weight }
                gone[Int(person.side)] += person.weight
                position += 1
            }
            add(events, gone, &moment, weights)
        }
    }

    private struct Leaving {
        let time: Double
        let weight: Double
        let side: Int32
        let isEvent: Bool
    }

    /// Where the pooled groups stand between two times.
    private struct Pooled {
        var atRisk: [Double]
        var survival = 1.0
        var petoSurvival = 1.0

        init(_ atRisk: [Double]) {
            self.atRisk = atRisk
        }
    }

    /// One time: the events, and then everybody whose follow-up ends leaves.
    private mutating func add(_ events: [Double], _ gone: [Double], _ pooled: inout Pooled, _ weights: some EventWeights) {
        let d = events.reduce(0, +)
        if d > 0 {
            let n = pooled.atRisk.reduce(0, +)
            pooled.petoSurvival *= 1 - d / (n + 1)
            let moment = EventMoment(atRisk: n, survivalBefore: pooled.survival, petoSurvival: pooled.petoSurvival)
            add(events, d, pooled.atRisk, n, weights.weight(moment))
            pooled.survival *= (n - d) / n
        }
        for index in gone.indices { pooled.atRisk[index] -= gone[index] }
    }

    private mutating func add(_ events: [Double], _ d: Double, _ atRisk: [Double], _ n: Double, _ weight: Double) {
        let spread = n > 1 ? weight * weight * d * (n - d) / (n - 1) : 0
        for row in events.indices {
            let share = atRisk[row] / n
            observed[row] += events[row]
            expected[row] += d * share
            scores[row] += weight * (events[row] - d * share)
            if spread == 0 || share == 0 { continue }
            covariance[row][row] += spread * share * (1 - share)
            for column in 0..<row {
                let entry = spread * share * (atRisk[column] / n)
                covariance[row][column] -= entry
                covariance[column][row] -= entry
            }
        }
    }
}
