import Metrics

/// What is kept of a comparison once it was made: numbers about both sides, and no value of a person.
///
/// A difference holds everybody's values, because a verdict asks what it would be with one person fewer. Of a thousand comparisons of a large
/// population that would be most of the memory, so that each is made again when it is judged, and only these numbers stay.
struct DifferenceFigures: Sendable {
    let method: String
    let estimate: Double
    let standardError: Double
    let pValue: Double
    let groupValue: Double
    let referenceValue: Double
    let ninetyFive: Interval
    let ninety: Interval

    init(_ difference: any GroupDifference) {
        method = type(of: difference).method
        estimate = difference.estimate
        standardError = difference.standardError
        pValue = difference.pValue
        groupValue = difference.groupValue
        referenceValue = difference.referenceValue
        ninetyFive = difference.interval(level: 0.95)
        ninety = difference.interval(level: 0.90)
    }
}
