extension ConditionalDisparity {
    /// What a line of the whole is about.
    public enum Line: String, Sendable, CaseIterable {
        case crudeDifference = "crude_difference"
        case crudeRiskRatio = "crude_risk_ratio"
        case crudeOddsRatio = "crude_odds_ratio"
        case adjustedDifference = "adjusted_difference"
        case adjustedRiskRatio = "adjusted_risk_ratio"
        case adjustedOddsRatio = "adjusted_odds_ratio"
        case standardisedDifference = "standardised_difference"
        case ratePart = "rate_part"
        case compositionPart = "composition_part"
        case oneSidedPart = "one_sided_part"
        case demographicDisparity = "conditional_demographic_disparity"
        case associationTest = "association_test"
        case homogeneityTest = "homogeneity_test"
    }

    /// One line: an estimate with its interval, or a test statistic with its p value.
    public struct Figure: Sendable {
        public let line: Line
        public let method: String
        /// Estimate or test statistic, or why there is none.
        public let value: Result<Double, Undefined>
        /// Interval of an estimate, or why there is none; nil for a test.
        public let interval: Result<Interval, Undefined>?
        /// p value of a test; nil for an estimate.
        public let pValue: Double?
    }

    /// All lines, always the same ones in the same order (`Line.allCases`).
    ///
    /// - Parameter level: coverage of the intervals, in (0, 1).
    public func figures(level: Double) -> [Figure] {
        [
            estimate(.crudeDifference, .success(crudeDifference), level),
            estimate(.crudeRiskRatio, crudeRiskRatio, level),
            estimate(.crudeOddsRatio, crudeOddsRatio, level),
            estimate(.adjustedDifference, adjustedDifference, level),
            estimate(.adjustedRiskRatio, adjustedRiskRatio, level),
            estimate(.adjustedOddsRatio, adjustedOddsRatio, level),
            estimate(.standardisedDifference, standardised, level),
            estimate(.ratePart, decomposition.map(\.rate), level),
            estimate(.compositionPart, decomposition.map(\.composition), level),
            estimate(.oneSidedPart, decomposition.map(\.oneSided), level),
            estimate(.demographicDisparity, demographicDisparity, level),
            outcome(.associationTest, test),
            outcome(.homogeneityTest, homogeneity),
        ]
    }

    private func estimate<S: Statistic>(_ line: Line, _ statistic: Result<S, Undefined>, _ level: Double) -> Figure {
        let interval = statistic.flatMap { statistic in
            do throws(Undefined) {
                return Result<Interval, Undefined>.success(try statistic.interval(level: level))
            } catch {
                return .failure(error)
            }
        }
        return Figure(line: line, method: S.method, value: statistic.map(\.estimate), interval: interval, pValue: nil)
    }

    private func outcome<T: SignificanceTest>(_ line: Line, _ test: Result<T, Undefined>) -> Figure {
        Figure(line: line, method: T.method, value: test.map(\.statistic), interval: nil, pValue: try? test.get().pValue)
    }
}
