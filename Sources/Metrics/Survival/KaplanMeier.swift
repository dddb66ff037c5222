/// The product-limit estimate of the share still without the event (Kaplan and Meier 1958), S(t) = product of 1 - d/n over event times.
///
/// Times are real; records may carry weights and delayed entry. Events come before censorings of the same time. Variance:
/// Greenwood's S^2 sum d / (n (n - d)), or the infinitesimal jackknife for sampling weights. Cost: n log n once; a value at a
/// time is a binary search.
///
/// With delayed entry the curve is conditional on no event by the earliest entry, and it ends where everybody at risk has left
/// although others enter later: from there on the record says nothing (`isKnown(at:)`).
public struct KaplanMeier: Sendable {
    /// The curve at a time with an event.
    public struct Step: Sendable, Equatable {
        public let time: Double
        /// Weight of those at risk just before, and of those with the event.
        public let atRisk: Double
        public let events: Double
        public let survival: Double
        public let standardError: Double
    }

    package let table: RiskTable
    private let survivals: [Double]
    /// Variance of log S after each step; infinite where the curve is 0.
    private let logVariances: [Double]

    /// - Parameter weights: what the records' weights mean; weights of 1 are people.
    /// - Throws: `noObservations`; `notFinite`; `outsideRange` for a negative time, a delayed entry that is not before the end,
    ///   a weight that is not positive, or a cause other than 0 and 1.
    public init(_ records: [FollowUp], weights: WeightMeaning = .people) throws(Undefined) {
        self.init(try RiskTable(records, meaning: weights))
    }

    package init(_ table: RiskTable) {
        self.table = table
        var survivals: [Double] = []
        var greenwood: [Double] = []
        survivals.reserveCapacity(table.times.count)
        greenwood.reserveCapacity(table.times.count)
        // As long as nobody leaves without the event the product is one fraction, and is kept as one: shares of n stay exact.
        var survival = 1.0
        var (base, people, remaining) = (1.0, 1.0, -1.0)
        var sum = 0.0
        for index in table.times.indices {
            let atRisk = table.atRisk[index]
            if atRisk != remaining { (base, people) = (survival, atRisk) }
            remaining = atRisk - table.exits[index]
            survival = remaining == 0 ? 0 : base * (remaining / people)
            sum += table.exits[index] / (atRisk * remaining)
            survivals.append(survival)
            greenwood.append(sum)
        }
        self.survivals = survivals
        logVariances = table.meaning == .people ? greenwood : SamplingVariance.ofLogSurvival(table)
    }

    /// People behind the curve: the sum of weights that count people, else the number of records.
    public var count: Int { table.count }
    /// People with the event.
    public var events: Int { Int(table.exitHeads.reduce(0, +).rounded()) }

    public var steps: [Step] {
        table.times.indices.map {
            Step(time: table.times[$0], atRisk: table.atRisk[$0], events: table.exits[$0], survival: survivals[$0],
                standardError: standardError(index: $0))
        }
    }

    /// People at risk at `time`: entered before it and not gone before it.
    public func atRisk(at time: Double) -> Int {
        Int(table.headsAtRisk(at: time).rounded())
    }

    /// Whether follow-up reaches `time`: somebody is still at risk, or nobody is left to have the event.
    public func isKnown(at time: Double) -> Bool {
        guard time >= 0, time < table.breaksAt, table.origin == 0 || time > table.origin else { return false }
        return table.headsAtRisk(at: time) > 0 || survival(at: time) == 0
    }

    /// The curve at `time`; after the last follow-up it stays where it was (`isKnown(at:)`).
    public func survival(at time: Double) -> Double {
        let index = table.index(at: time)
        return index < 0 ? 1 : survivals[index]
    }

    /// 0 where the curve is 0 or 1, which says nothing about how sure it is there.
    public func standardError(at time: Double) -> Double {
        standardError(index: table.index(at: time))
    }

    /// The share still without the event at `time`, with its intervals.
    ///
    /// - Throws: `nobodyAtRisk` when follow-up does not reach `time`.
    public func probability(at time: Double, scale: SurvivalScale = .logLog) throws(Undefined) -> SurvivalProbability {
        guard isKnown(at: time) else { throw .nobodyAtRisk }
        return SurvivalProbability(
            time: time, scale: scale, count: count, estimate: survival(at: time), logVariance: logVariance(at: time),
            knownPeople: table.knownHeads(at: time))
    }

    /// The time by which `share` of the people have had the event; the median for 0.5.
    public func quantile(_ share: Double, scale: SurvivalScale = .logLog) throws(Undefined) -> SurvivalQuantile {
        try SurvivalQuantile(curve: self, share: share, scale: scale)
    }

    public func median(scale: SurvivalScale = .logLog) throws(Undefined) -> SurvivalQuantile {
        try quantile(0.5, scale: scale)
    }

    /// Mean time without the event up to `horizon`.
    public func restrictedMean(to horizon: Double) throws(Undefined) -> RestrictedMean {
        try RestrictedMean(curve: self, horizon: horizon)
    }

    package func survival(index: Int) -> Double { index < 0 ? 1 : survivals[index] }

    package func logVariance(index: Int) -> Double { index < 0 ? 0 : logVariances[index] }

    private func logVariance(at time: Double) -> Double { logVariance(index: table.index(at: time)) }

    private func standardError(index: Int) -> Double {
        let survival = survival(index: index)
        return survival == 0 ? 0 : survival * logVariance(index: index).squareRoot()
    }
}
