/// Retention among those who were placed: the share still there so long after the placement (Kaplan-Meier from the placement on, the end of
/// the placement being the event).
///
/// It speaks of the placed alone: a group placed only where it is safe is retained well. `PlacedAndThere` has everybody who was
/// matched in its denominator; the two belong side by side.
public enum Retention {
    /// Interval: Wilson's at the effective number of people.
    ///
    /// - Parameter duration: time since the placement.
    /// - Throws: `noObservations` when nobody was placed, `outsideRange` as `PlacedAndThere`, `nobodyAtRisk` when nobody placed was
    ///   followed for so long.
    public static func amongPlaced(_ histories: [PlacementHistory], after duration: Double) throws(Undefined) -> SurvivalProbability {
        guard histories.allSatisfy(\.isValid) else { throw .outsideRange }
        return try KaplanMeier(histories.compactMap(\.stay)).probability(at: duration, scale: .score)
    }
}
