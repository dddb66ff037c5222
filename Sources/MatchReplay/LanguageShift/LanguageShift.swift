import Cohort
import Metrics

/// How much lower or higher each test language scores than the reference language, scale by scale, with intervals that hold for all of
/// them at once.
///
/// One assessment per participant (that of the latest run); people are the unit. The difference is in score points; the standardised one is
/// that over the standard deviation within languages, pooled over every language with at least two people on the scale (n - 1), and its
/// intervals take that deviation as known. `interval` is Welch's for one comparison. `simultaneous` is the difference +- c standard errors, with c
/// the quantile of the largest |t| over all languages and scales when people's deviations from the mean of their language are dealt out anew, whole
/// people at a time (single-step max-T, Westfall and Young 1993): scales that hang together are not counted twice.
///
/// None of this says why a language scores lower (``LevelCaution``).
public struct LanguageShift: Sendable {
    public struct Effect: Sendable, Equatable {
        public let language: String
        public let scale: String
        public let people: Int
        public let referencePeople: Int
        /// Language minus reference, in score points.
        public let difference: Double
        /// Of the scores within languages, in score points.
        public let standardDeviation: Double
        public let interval: Interval
        public let simultaneous: Interval
        /// Chance of an effect as large anywhere in the family when no language differs anywhere.
        public let adjustedP: Double

        public var standardised: Double { difference / standardDeviation }
        public var standardisedSimultaneous: Interval {
            Interval(level: simultaneous.level, low: simultaneous.low / standardDeviation, high: simultaneous.high / standardDeviation)
        }
        /// Whether the simultaneous interval leaves no difference out.
        public var isBeyondChance: Bool { simultaneous.excludes(0) }
    }

    public let reference: String
    public let level: Double
    /// Languages in byte order, scales in byte order within.
    public let effects: [Effect]
    /// Languages of which too few people were tested; their number is not told.
    public let tooFew: [String]

    /// - Parameters:
    ///   - minimum: people that a language needs, on a scale too, to take part.
    ///   - replicates: rearrangements of the people; at least 20 / (1 - level).
    /// - Throws: ``LanguageShiftError``.
    public init(
        _ tested: TestedPeople, reference: String = "nl", minimum: Int = 10, level: Double = 0.95, replicates: Int = 2000, seed: UInt64 = 1
    ) throws(LanguageShiftError) {
        let minimum = max(2, minimum)
        let counts = Dictionary(grouping: tested.people, by: \.language).mapValues(\.count)
        guard let inReference = counts[reference] else { throw .noReference(language: reference, tested: tested.languages) }
        guard inReference >= minimum else { throw .referenceTooSmall(language: reference, needed: minimum) }
        let languages = tested.languages.filter { counts[$0, default: 0] >= minimum }
        let family = LanguageFamily(tested, languages: languages, reference: reference, minimum: minimum)
        self.reference = reference
        self.level = level
        tooFew = tested.languages.filter { counts[$0, default: 0] < minimum }
        guard !family.comparisons.isEmpty else {
            effects = []
            return
        }
        do {
            let test = try MaxT(observed: family.observed, permuted: family.permuted(replicates: max(0, replicates), seed: seed))
            let critical = try test.critical(level: level)
            var effects: [Effect] = []
            for (position, comparison) in family.comparisons.enumerated() {
                let half = critical * comparison.welch.standardError
                let difference = comparison.welch.estimate
                effects.append(
                    Effect(
                        language: comparison.language, scale: comparison.scale, people: comparison.welch.groupCount,
                        referencePeople: comparison.welch.referenceCount, difference: difference, standardDeviation: comparison.standardDeviation,
                        interval: comparison.welch.interval(level: level),
                        simultaneous: Interval(level: level, low: difference - half, high: difference + half), adjustedP: test.singleStep[position]))
            }
            self.effects = effects
        } catch {
            throw .undefined(error)
        }
    }
}
