/// How far each study lies from all the others, in its own error: the values of a funnel plot.
///
/// The target of a study is the common effect of the others, so that a large one is not held against itself, and the error of that target counts
/// with its own: z = (y - target)/sqrt(se^2 + se_target^2), the standardised deleted residual. Limits are target +- z sqrt(se^2 + se_target^2) at
/// 95 % and 99.8 % (Spiegelhalter 2005, who takes the target as known). One in twenty lies outside the first by chance alone, also when all are
/// equal, and many more when true effects differ a little everywhere: then the studies outside are not the odd ones.
public struct FunnelPlot: Sendable {
    public static let method = "funnel_limits"
    public static let citation =
        "Spiegelhalter (2005), Statistics in Medicine 24:1185-1202; Viechtbauer and Cheung (2010), Research Synthesis Methods 1:112-125"
    /// Two and three standard errors, nearly.
    public static let levels = [0.95, 0.998]

    /// In the order of the studies.
    public let points: [Point]

    /// - Throws: `tooFewStudies(needed: 2)`.
    public init(_ effects: StudyEffects) throws(Undefined) {
        let others = try LeaveOneOut(effects).effects
        points = others.indices.map {
            Point(estimate: effects.estimates[$0], standardError: effects.standardErrors[$0], others: others[$0])
        }
    }

    /// One study.
    public struct Point: Sendable {
        public let estimate: Double
        public let standardError: Double
        /// The common effect of the other studies.
        public let others: InverseVarianceEffect

        public var z: Double { (estimate - others.estimate) / spread }

        /// Where an equal study would lie, at this level.
        public func limits(level: Double) -> Interval {
            let half = Normal.critical(level: level) * spread
            return Interval(level: level, low: others.estimate - half, high: others.estimate + half)
        }

        /// The highest of `levels` whose limits it lies outside of; nil within all.
        public var beyond: Double? {
            FunnelPlot.levels.last { limits(level: $0).excludes(estimate) }
        }

        private var spread: Double {
            (standardError * standardError + others.standardError * others.standardError).squareRoot()
        }
    }
}
