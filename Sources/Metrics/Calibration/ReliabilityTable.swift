/// Predicted chances against what happened, bin by bin.
public struct ReliabilityTable: Sendable {
    public static let method = "reliability_table"
    public static let citation = "Murphy and Winkler (1977), Applied Statistics 26:41-47; Wilson (1927), JASA 22:209-212"

    /// One bin with people in it.
    public struct Bin: Sendable, Equatable {
        /// The bin's limits: its edges, or the lowest and highest prediction in it where bins are made by counts.
        public let low: Double
        public let high: Double
        public let meanPredicted: Double
        /// Share with the outcome, with Wilson's interval.
        public let observed: Wilson
    }

    public let bins: CalibrationBins
    public let count: Int
    /// Bins that have people, by ascending prediction.
    public let rows: [Bin]

    /// - Throws: as `BrierScore`, and what the bins do not allow (`outsideRange`).
    public init(predicted: [Double], outcomes: [Bool], bins: CalibrationBins) throws(Undefined) {
        try CalibrationCheck.check(predicted, outcomes)
        let (numbers, edges) = try bins.assign(predicted)
        let members = Dictionary(grouping: predicted.indices, by: { numbers[$0] })
        var rows: [Bin] = []
        for (number, people) in members.sorted(by: { $0.key < $1.key }) {
            let chances = people.map { predicted[$0] }
            let events = Double(people.count { outcomes[$0] })
            rows.append(Bin(
                low: edges?[number] ?? chances.reduce(1, min), high: edges?[number + 1] ?? chances.reduce(0, max),
                meanPredicted: CompensatedSum(chances.sorted()).value / Double(people.count),
                observed: try Wilson(events: events, total: Double(people.count))))
        }
        self.bins = bins
        self.rows = rows
        count = predicted.count
    }

    /// Mean over people of |observed rate - mean prediction| of their bin.
    public var calibrationError: CalibrationError { CalibrationError(self) }
}

/// Expected calibration error of a reliability table: sum over bins of (people / n) |observed rate - mean prediction|.
///
/// Descriptive, and only together with its bins: the same predictions give 0 with two bins and .15 with four. Never 0 by chance for
/// honest predictions, and larger for smaller groups, so groups of different size must not be compared by it.
public struct CalibrationError: DescriptiveStatistic, Equatable {
    public static let method = "expected_calibration_error"
    public static let citation = "Naeini, Cooper and Hauskrecht (2015), AAAI 29:2901-2907"

    public let bins: CalibrationBins
    public let count: Int
    public let estimate: Double
    /// The largest gap of any bin.
    public let largest: Double

    init(_ table: ReliabilityTable) {
        bins = table.bins
        count = table.count
        var sum = CompensatedSum()
        var worst = 0.0
        for row in table.rows {
            let gap = abs(row.observed.estimate - row.meanPredicted)
            sum.add(gap * row.observed.total)
            worst = max(worst, gap)
        }
        estimate = sum.value / Double(count)
        largest = worst
    }
}
