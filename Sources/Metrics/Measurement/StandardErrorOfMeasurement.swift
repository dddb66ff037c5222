/// How far a person's score would scatter over parallel tests: s sqrt(1 - r) for a spread s among people and a reliability r.
public struct StandardErrorOfMeasurement: Sendable, Equatable {
    public static let method = "standard_error_of_measurement"
    public static let citation = "Lord and Novick (1968), Statistical Theories of Mental Test Scores"

    /// Standard deviation of scores among people, and the reliability, both taken as known.
    public let deviation: Double
    public let reliability: Double

    /// - Throws: `notFinite`; `outsideRange` when the deviation is negative or the reliability not in 0...1; `zeroVariance` when the
    ///   deviation is 0.
    public init(deviation: Double, reliability: Double) throws(Undefined) {
        guard deviation.isFinite, reliability.isFinite else { throw .notFinite }
        guard deviation >= 0, reliability >= 0, reliability <= 1 else { throw .outsideRange }
        guard deviation > 0 else { throw .zeroVariance }
        self.deviation = deviation
        self.reliability = reliability
    }

    public var value: Double { deviation * (1 - reliability).squareRoot() }

    /// Of the difference of two scores of one person, sqrt(2) times the value.
    public var ofDifference: Double { deviation * (2 * (1 - reliability)).squareRoot() }
}
