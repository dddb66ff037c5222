/// Share of all who were matched that is placed and still there at a time after the match: retention without the condition on having been
/// placed, so that a group that is rarely placed cannot look well retained.
///
/// The probability of being in the state `in place` at that time, by Aalen and Johansen's product over the transitions waiting to placed,
/// waiting to left, placed to ended; it needs no Markov assumption (Datta and Satten 2001). Variance: infinitesimal jackknife.
/// Without censoring it is the plain share, and its variance share (1 - share) / n. First placements only.
public struct PlacedAndThere: Statistic {
    public static let method = "state_occupation_wilson_effective_count"
    public static let citation = "Aalen and Johansen (1978), Scandinavian Journal of Statistics 5:141-150; Datta and Satten (2001), Statistics & Probability Letters 55:403-411"

    public let histories: [PlacementHistory]
    public let time: Double
    public let estimate: Double
    public let standardError: Double
    let share: EffectiveShare
    private let waiting: Influence
    private let present: Influence

    /// - Parameter time: positive, since time zero.
    /// - Throws: `noObservations`; `outsideRange` for a negative time or a placement that does not end after it began;
    ///   `nobodyAtRisk` when people may still be waiting or in place at `time` but nobody is followed so far in that state.
    public init(_ histories: [PlacementHistory], at time: Double) throws(Undefined) {
        guard !histories.isEmpty else { throw .noObservations }
        guard time > 0, time.isFinite, histories.allSatisfy(\.isValid) else { throw .outsideRange }
        let process = try PlacementProcess(histories, until: time)
        self.histories = histories
        self.time = time
        estimate = process.inPlace
        waiting = process.waitingInfluence()
        present = process.presentInfluence()
        var sum = CompensatedSum()
        for history in histories {
            let influence = Self.influence(history, waiting, present)
            sum.add(influence * influence)
        }
        standardError = sum.value.squareRoot()
        share = EffectiveShare(
            share: estimate, standardError: standardError, knownPeople: Double(histories.count { $0.isKnown(at: time) }))
    }

    public var count: Int { histories.count }

    /// Number of people without censoring who would give the same standard error.
    public var effectiveCount: Double { share.total }

    /// - Throws: `outsideRange` for a level outside (0, 1).
    public func interval(level: Double) throws(Undefined) -> Interval {
        guard level > 0, level < 1 else { throw .outsideRange }
        return try Wilson(events: share.events, total: share.total).interval(level: level)
    }

    package func influence(_ history: PlacementHistory) -> Double { Self.influence(history, waiting, present) }

    private static func influence(_ history: PlacementHistory, _ waiting: Influence, _ present: Influence) -> Double {
        waiting.of(history.wait) + (history.presence.map(present.of) ?? 0)
    }
}
