/// A smooth function of the means of groups: a rate, a difference, a ratio.
public struct MeansFunction: Sendable {
    /// The groups it looks at, by position; all of them must have people.
    public let groups: [Int]
    /// Its value at the means of all groups; nil where it is undefined. Empty groups have NaN.
    public let value: @Sendable (_ means: [Double]) -> Double?
    /// Its partial derivatives at the means of all groups, in the order of `groups`.
    public let slopes: @Sendable (_ means: [Double]) -> [Double]

    public init(
        groups: [Int], value: @escaping @Sendable ([Double]) -> Double?, slopes: @escaping @Sendable ([Double]) -> [Double]
    ) {
        self.groups = groups
        self.value = value
        self.slopes = slopes
    }

    public static func mean(of group: Int) -> MeansFunction {
        MeansFunction(groups: [group], value: { $0[group] }, slopes: { _ in [1] })
    }

    /// Group minus reference.
    public static func difference(group: Int, reference: Int) -> MeansFunction {
        MeansFunction(groups: [group, reference], value: { $0[group] - $0[reference] }, slopes: { _ in [1, -1] })
    }

    /// Group over reference; undefined for a reference of zero.
    public static func ratio(group: Int, reference: Int) -> MeansFunction {
        MeansFunction(
            groups: [group, reference],
            value: { $0[reference] == 0 ? nil : $0[group] / $0[reference] },
            slopes: { [1 / $0[reference], -$0[group] / ($0[reference] * $0[reference])] })
    }
}
