/// What part of the whole goes to the share q of places that get least (a point of the Lorenz curve), in 0...1; q when all get the same.
///
/// Between whole places the curve is a straight line: the least-served half of three places is the first and half of the second. (A
/// library that cuts 1.5 places down to 1 gives .1667 for 1, 2, 3 instead of .3333.) `bottom: 0.5` is the max-min fairness of recommender
/// studies.
public struct LorenzShare: DescriptiveStatistic, Equatable {
    public static let method = "lorenz_share"
    public static let citation = "Lorenz (1905), Publications of the American Statistical Association 9:209-219"

    public let count: Int
    /// q
    public let bottom: Double
    public let estimate: Double

    /// - Throws: `noObservations`, `notFinite`, `outsideRange` for a negative amount or a q outside 0...1, `zeroDenominator` when nobody has anything.
    public init(_ amounts: [Double], bottom: Double) throws(Undefined) {
        let sorted = try Amounts.ascending(amounts)
        guard bottom >= 0, bottom <= 1 else { throw .outsideRange }
        let places = bottom * Double(sorted.count)
        let whole = min(sorted.count, Int(places.rounded(.down)))
        var sum = CompensatedSum(sorted.prefix(whole))
        if whole < sorted.count { sum.add(sorted[whole] * (places - Double(whole))) }
        count = sorted.count
        self.bottom = bottom
        estimate = min(1, sum.value / CompensatedSum(sorted).value)
    }

    /// What the 1 - q best-served places get.
    public var rest: Double { 1 - estimate }
}
