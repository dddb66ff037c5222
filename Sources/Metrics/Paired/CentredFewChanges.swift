/// A group's mean change minus everybody's where, on one side, too few people changed to estimate a spread from.
///
/// (1 - p)(G - R), each side with limits of its own at half of the tail (Bonferroni), so that both hold together.
public struct CentredFewChanges: PairedChange {
    public static let method = "difference_in_differences_few_changes"
    public static let citation = "Clopper and Pearson (1934), Biometrika 26:404-413; Dunn (1961), Journal of the American Statistical Association 56:52-64"

    public let group: any PairedChange
    public let rest: any PairedChange

    public init(group: any PairedChange, rest: any PairedChange) {
        self.group = group
        self.rest = rest
    }

    public var count: Int { group.count }
    public var estimate: Double { others * (group.estimate - rest.estimate) }

    public var standardError: Double {
        others * (group.standardError * group.standardError + rest.standardError * rest.standardError).squareRoot()
    }

    public func lower(level: Double) -> Double {
        let each = (1 + level) / 2
        return others * (group.lower(level: each) - rest.upper(level: each))
    }

    public func upper(level: Double) -> Double {
        let each = (1 + level) / 2
        return others * (group.upper(level: each) - rest.lower(level: each))
    }

    public var pAboveZero: Double {
        guard lower(level: 0) > 0 else { return 1 }
        return 1 - Bisection.boundary(low: 0, high: 1) { lower(level: $0) > 0 }
    }

    public var pBelowZero: Double {
        guard upper(level: 0) < 0 else { return 1 }
        return 1 - Bisection.boundary(low: 0, high: 1) { upper(level: $0) < 0 }
    }

    private var others: Double { Double(rest.count) / Double(group.count + rest.count) }
}
