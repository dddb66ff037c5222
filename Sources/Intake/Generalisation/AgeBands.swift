/// Ages as bands: with bounds 27, 45, 55 the bands are `<27`, `27-44`, `45-54` and `55+`.
public struct AgeBands: Sendable, Equatable {
    /// The lower bound of each band after the first, rising.
    public let bounds: [Int]

    /// The bands that the audit uses unless it is told otherwise.
    public static let standard = AgeBands(checked: [27, 45, 55])

    /// - Returns: nil unless there is at least one bound, all lie in 16...100 and each is above the one before.
    public init?(bounds: [Int]) {
        guard !bounds.isEmpty, bounds.allSatisfy((16...100).contains), zip(bounds, bounds.dropFirst()).allSatisfy(<) else { return nil }
        self.init(checked: bounds)
    }

    private init(checked bounds: [Int]) {
        self.bounds = bounds
    }

    public func label(forAge age: Int) -> String {
        guard let band = bounds.lastIndex(where: { $0 <= age }) else { return "<\(bounds[0])" }
        return band + 1 < bounds.count ? "\(bounds[band])-\(bounds[band + 1] - 1)" : "\(bounds[band])+"
    }

    /// The band of somebody born in `birthYear`, in `year`. The birthday is not known, so the age is the difference of the years.
    /// - Returns: nil for an age outside 14...110, which is a slip in the register and not an age.
    public func label(birthYear: Int, year: Int) -> String? {
        let (age, overflow) = year.subtractingReportingOverflow(birthYear)
        return !overflow && (14...110).contains(age) ? label(forAge: age) : nil
    }
}
