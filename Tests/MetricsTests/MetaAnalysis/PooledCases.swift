import Metrics

/// The studies and strata of the reference tables, by case.
enum PooledCases {
    static let effects: [StudyEffects] = Reference.cases(Reference.pooledStudies).compactMap { rows in
        try? StudyEffects(estimates: rows.map { $0[1] }, standardErrors: rows.map { $0[2] })
    }

    static let strata: [[RateStratum]] = Reference.cases(Reference.pooledStrata).map { rows in
        rows.map { RateStratum(groupEvents: $0[1], groupTotal: $0[2], referenceEvents: $0[3], referenceTotal: $0[4]) }
    }

    /// Each value with what another tool says, in units of the larger of it and `floor`.
    static func errors(_ values: [Double], _ expected: ArraySlice<Double>, floor: Double = 0) -> Double {
        zip(values, expected).map { Reference.error($0, $1, floor: floor) }.max() ?? .infinity
    }

    static func limits(_ interval: Interval) -> [Double] { [interval.low, interval.high] }
}
