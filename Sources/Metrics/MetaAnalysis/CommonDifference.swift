/// Common difference of a group and its reference over several studies, by inverse-variance weights (`InverseVarianceEffect`).
///
/// Nobody's value is known here, so that the person who matters most cannot be found. But a study's variance is the sum of the squares of what
/// each person adds to its estimate: no one of them adds more than its standard error. `weakened()` moves the common difference by the most that
/// one such person could: max(w se)/sum(w), w = 1/se^2. It is at least what dropping the most influential person does, up to terms of 1/n.
public struct CommonDifference: GroupDifference {
    public static let method = InverseVarianceEffect.method
    public static let citation = InverseVarianceEffect.citation

    public struct Study: Sendable, Equatable {
        public let groupCount: Int
        public let referenceCount: Int
        public let groupValue: Double
        public let referenceValue: Double
        public let estimate: Double
        public let standardError: Double

        public init(groupCount: Int, referenceCount: Int, groupValue: Double, referenceValue: Double, estimate: Double, standardError: Double) {
            self.groupCount = groupCount
            self.referenceCount = referenceCount
            self.groupValue = groupValue
            self.referenceValue = referenceValue
            self.estimate = estimate
            self.standardError = standardError
        }
    }

    public let studies: [Study]
    public let estimate: Double
    public let standardError: Double
    /// The most that one person can move the estimate.
    public let largestShift: Double

    /// - Throws: `tooFewStudies(needed: 1)`; `notFinite`; `zeroVariance` unless every standard error is positive; `outsideRange` for a study
    ///   without people on a side.
    public init(_ studies: [Study]) throws(Undefined) {
        guard studies.allSatisfy({ $0.groupCount > 0 && $0.referenceCount > 0 }) else { throw .outsideRange }
        let common = try InverseVarianceEffect(StudyEffects(estimates: studies.map(\.estimate), standardErrors: studies.map(\.standardError)))
        let smallest = studies.map(\.standardError).min() ?? 0
        self.init(
            studies: studies, estimate: common.estimate, standardError: common.standardError,
            largestShift: common.standardError * common.standardError / smallest)
    }

    private init(studies: [Study], estimate: Double, standardError: Double, largestShift: Double) {
        self.studies = studies
        self.estimate = estimate
        self.standardError = standardError
        self.largestShift = largestShift
    }

    public var groupCount: Int { studies.reduce(0) { $0 + $1.groupCount } }
    public var referenceCount: Int { studies.reduce(0) { $0 + $1.referenceCount } }
    public var groupValue: Double { crude(\.groupValue, \.groupCount) }
    public var referenceValue: Double { crude(\.referenceValue, \.referenceCount) }
    public var pValue: Double { Normal.twoSided(estimate / standardError) }

    public func interval(level: Double) -> Interval {
        let half = Normal.critical(level: level) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }

    public func weakened() -> CommonDifference? {
        guard abs(estimate) > largestShift else { return nil }
        return CommonDifference(
            studies: studies, estimate: estimate - (estimate > 0 ? largestShift : -largestShift), standardError: standardError,
            largestShift: largestShift)
    }

    private func crude(_ value: KeyPath<Study, Double>, _ count: KeyPath<Study, Int>) -> Double {
        let people = studies.reduce(0) { $0 + $1[keyPath: count] }
        return CompensatedSum(studies.map { $0[keyPath: value] * Double($0[keyPath: count]) }).value / Double(people)
    }
}
