/// Cumulative incidences of several exits that exclude each other (Aalen and Johansen 1978): F_k(t) = sum of S(t-) d_k/n, where S
/// is the share with no exit of any kind.
///
/// Times are real; records may carry weights and delayed entry, on the terms of `KaplanMeier`. Variance: the Greenwood type of
/// `CumulativeIncidence` (the same recursion), or the infinitesimal jackknife for sampling weights. Treating the other exits as
/// censored (1 - Kaplan-Meier of one cause) overstates every incidence as soon as somebody leaves for another reason.
///
/// `CumulativeIncidence` stays beside it: whole days counted in a table that is small enough to try one person's change for every
/// kind of person, as a verdict does hundreds of times.
public struct AalenJohansen: Sendable {
    package let table: RiskTable
    public let causes: Int
    /// Before and after each exit time: 1, then the share with no exit.
    private let survivals: [Double]
    private let incidences: [[Double]]
    private let variances: [[Double]]

    /// - Parameters:
    ///   - causes: number of different exits; records have cause 0 (censored) or 1...causes.
    ///   - weights: what the records' weights mean.
    /// - Throws: `noObservations`, `notFinite`, `outsideRange` as `KaplanMeier`.
    public init(_ records: [FollowUp], causes: Int, weights: WeightMeaning = .people) throws(Undefined) {
        let table = try RiskTable(records, causes: causes, meaning: weights)
        self.table = table
        self.causes = causes
        var survivals = [1.0]
        var recursions = [IncidenceRecursion](repeating: IncidenceRecursion(), count: causes)
        var incidences = [[Double]](repeating: [], count: causes)
        var variances = incidences
        for index in table.times.indices {
            for cause in 0..<causes {
                let events = table.exits(cause: cause + 1, index: index)
                recursions[cause].step(atRisk: table.atRisk[index], events: events, competing: table.exits[index] - events)
                incidences[cause].append(min(1, recursions[cause].incidence))
                variances[cause].append(max(0, recursions[cause].incidenceVariance))
            }
            // Rounding of weights must not leave a crumb of a person behind.
            survivals.append(table.atRisk[index] == table.exits[index] ? 0 : recursions[0].survival)
        }
        self.survivals = survivals
        self.incidences = incidences
        self.variances = variances
    }

    public var count: Int { table.count }

    /// Times with an exit of any kind.
    public var times: [Double] { table.times }

    /// Share with the exit `cause` (1...causes) by `time`. After the last follow-up it stays where it was: ask `isKnown(at:)`.
    public func incidence(of cause: Int, at time: Double) -> Double {
        let index = table.index(at: time)
        return index < 0 ? 0 : incidences[cause - 1][index]
    }

    /// 0 where the incidence is 0, or 1 by that time, which says nothing about how sure it is.
    public func standardError(of cause: Int, at time: Double) -> Double {
        let index = table.index(at: time)
        if index < 0 { return 0 }
        switch table.meaning {
        case .people: return variances[cause - 1][index].squareRoot()
        case .sampling: return influence(of: cause, at: time).variance(table.records).squareRoot()
        }
    }

    /// Share with no exit of any kind by `time`.
    public func survival(at time: Double) -> Double {
        survivals[table.index(at: time) + 1]
    }

    /// Whether follow-up reaches `time`: somebody is still at risk, or nobody is left.
    public func isKnown(at time: Double) -> Bool {
        guard time >= 0, time < table.breaksAt, table.origin == 0 || time > table.origin else { return false }
        return table.headsAtRisk(at: time) > 0 || survival(at: time) == 0
    }

    /// People at risk at `time`.
    public func atRisk(at time: Double) -> Int {
        Int(table.headsAtRisk(at: time).rounded())
    }

    /// The incidence of a cause at a time with its interval.
    ///
    /// - Throws: `outsideRange` for a cause not in 1...causes, `nobodyAtRisk` when follow-up does not reach `time`.
    public func probability(of cause: Int, at time: Double) throws(Undefined) -> CauseIncidence {
        try CauseIncidence(curve: self, cause: cause, time: time)
    }

    /// Influence of a record on the incidence of `cause` at `time`.
    package func influence(of cause: Int, at time: Double) -> Influence {
        let last = table.index(at: time)
        let elsewhere: @Sendable (Int, Double) -> Double = { [self] other, moment in
            guard moment <= time, moment < table.breaksAt else { return 0 }
            let atRisk = max(1, table.headsAtRisk(at: moment)) * table.meanWeight
            let later = incidence(of: cause, at: time) - incidence(of: cause, at: moment)
            return ((other == cause ? survival(at: moment) : 0) - later) / atRisk
        }
        guard last >= 0 else { return Influence(times: [], gains: Array(repeating: [], count: causes), payments: [], elsewhere: elsewhere) }
        var gains = [[Double]](repeating: [], count: causes)
        var payments: [Double] = []
        for index in 0...last {
            let atRisk = table.atRisk[index]
            let remaining = atRisk - table.exits[index]
            // Whoever leaves now can no longer be among those with the exit later.
            let later = incidences[cause - 1][last] - incidences[cause - 1][index]
            let loss = remaining > 0 ? later / remaining : 0
            let gain = survivals[index] / atRisk
            for other in 1...causes { gains[other - 1].append((other == cause ? gain : 0) - loss) }
            payments.append((gain * table.exits(cause: cause, index: index) - loss * table.exits[index]) / atRisk)
        }
        return Influence(times: Array(table.times[0...last]), gains: gains, payments: payments, elsewhere: elsewhere)
    }
}

extension RiskTable {
    /// Weight leaving for `cause` (1...causes) at the time with this index.
    package func exits(cause: Int, index: Int) -> Double {
        byCause.isEmpty ? exits[index] : byCause[cause - 1][index]
    }
}
