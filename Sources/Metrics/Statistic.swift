/// A number about people together with what is needed to judge it: how many people, how certain, by which method, from which source.
public protocol Statistic: Sendable {
    /// Name of the method as it is written in reports, for example `miettinen_nurminen`.
    static var method: String { get }

    /// Where the formula comes from: authors, year, journal or book.
    static var citation: String { get }

    /// People (or, where the documentation says so, places) behind the estimate.
    var count: Int { get }

    var estimate: Double { get }

    /// Two-sided interval for what is estimated, `level` in (0, 1).
    ///
    /// - Throws: the reason when these data give no interval; a point is never returned in its stead.
    func interval(level: Double) throws(Undefined) -> Interval
}

/// A figure that describes exactly the list or the people it was given and has no sampling model of its own.
///
/// How sure it is for people like these is found by resampling participants (`ParticipantBootstrap`, `LabelPermutation`).
public protocol DescriptiveStatistic: Statistic {}

extension DescriptiveStatistic {
    public func interval(level: Double) throws(Undefined) -> Interval {
        throw .noSamplingModel
    }
}

/// A test of a stated hypothesis.
public protocol SignificanceTest: Sendable {
    static var method: String { get }
    static var citation: String { get }

    /// People behind the test.
    var count: Int { get }

    /// The statistic in its own unit (z, chi-squared, F, a rank sum: the type says which).
    var statistic: Double { get }

    /// Chance, if the hypothesis holds, of data that speak against it at least as much. Two-sided unless the type says otherwise.
    var pValue: Double { get }
}
