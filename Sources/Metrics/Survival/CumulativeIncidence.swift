/// Cumulative incidence of the event with competing exits (Aalen and Johansen 1978). Without competing exits it is one minus the
/// Kaplan-Meier curve.
///
/// Events and competing exits come before censorings of the same day. The variance is the Greenwood type (Gaynor and others
/// 1993; recommended over the Aalen counting-process form by Allignol, Schumacher and Beyersmann 2010), carried along as the
/// covariance of (survival, incidence). Without censoring it is exactly F(1 - F)/n, and without competing exits Greenwood's.
public struct CumulativeIncidence: Sendable, Equatable {
    /// The curve on a day on which somebody had the event or left.
    public struct Step: Sendable, Equatable {
        public let day: Int
        /// People still followed when the day began.
        public let atRisk: Int
        public let events: Int
        public let competing: Int
        /// Share with the event by the end of the day.
        public let incidence: Double
        public let standardError: Double
        /// Share with neither the event nor a competing exit.
        public let survival: Double
    }

    public let count: Int
    public let steps: [Step]
    let days: ExitDays

    /// - Throws: `noObservations` for an empty list, `outsideRange` for a day before 0.
    public init(_ exits: [Exit]) throws(Undefined) {
        guard !exits.isEmpty else { throw .noObservations }
        guard exits.allSatisfy({ $0.days >= 0 }) else { throw .outsideRange }
        self.init(ExitDays(exits))
    }

    init(_ days: ExitDays) {
        self.days = days
        count = days.count
        var atRisk = days.count
        var recursion = IncidenceRecursion()
        var steps: [Step] = []
        for day in days.ascending {
            if day.events + day.competing > 0 {
                recursion.step(atRisk: Double(atRisk), events: Double(day.events), competing: Double(day.competing))
                steps.append(Step(
                    day: day.day, atRisk: atRisk, events: day.events, competing: day.competing,
                    incidence: min(1, recursion.incidence), standardError: max(0, recursion.incidenceVariance).squareRoot(),
                    survival: recursion.survival))
            }
            atRisk -= day.events + day.competing + day.censored
        }
        self.steps = steps
    }

    /// People still followed when `day` begins.
    public func atRisk(on day: Int) -> Int {
        days.ascending.reduce(0) { $0 + ($1.day >= day ? $1.total : 0) }
    }

    /// Share with the event by the end of `day`. After the last follow-up it stays where it was: ask `isKnown(at:)`.
    public func incidence(at day: Int) -> Double {
        step(at: day)?.incidence ?? 0
    }

    public func standardError(at day: Int) -> Double {
        step(at: day)?.standardError ?? 0
    }

    /// Share with neither the event nor a competing exit by the end of `day`: Kaplan-Meier's curve when nothing competes.
    public func survival(at day: Int) -> Double {
        step(at: day)?.survival ?? 1
    }

    /// Whether follow-up reaches `day`: somebody is still at risk, or nobody is left to have the event.
    public func isKnown(at day: Int) -> Bool {
        atRisk(on: day) > 0 || survival(at: day) == 0
    }

    /// The last day on which at least `needed` people were still followed; nil when there never were so many.
    public func lastDay(withAtRiskAtLeast needed: Int) -> Int? {
        guard needed > 0 else { return days.ascending.last?.day }
        var left = 0
        for day in days.ascending.reversed() {
            left += day.total
            if left >= needed { return day.day }
        }
        return nil
    }

    /// Number of people without censoring that would give the same standard error at `day` (Dorey and Korn 1987): F(1 - F)/Var.
    /// Where F is 0 or 1 the variance says nothing; then the people whose state on that day is known.
    public func effectiveCount(at day: Int) -> Double {
        effectiveShare(at: day).total
    }

    func effectiveShare(at day: Int) -> EffectiveShare {
        EffectiveShare(share: incidence(at: day), standardError: standardError(at: day), knownPeople: Double(days.known(at: day)))
    }

    private func step(at day: Int) -> Step? {
        var low = 0
        var high = steps.count
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].day <= day { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : steps[low - 1]
    }
}
