import Metrics

/// One comparison of every kind from random data, edges (rates of 0 and 1, tiny sides) included.
enum RandomComparisons {
    static func all(seed: UInt64, swapped: Bool = false) throws -> [any GroupDifference] {
        var random = SeededRandom(seed: seed)
        let n1 = 3 + random.index(below: 40)
        let n0 = 3 + random.index(below: 120)
        let p1 = [0, 0.02, 0.3, 0.5, 0.95, 1][random.index(below: 6)]
        let p0 = [0.01, 0.1, 0.3, 0.6, 0.9, 1][random.index(below: 6)]
        func outcomes(_ n: Int, _ p: Double) -> [Double] { (0..<n).map { _ in random.uniform() < p ? 1 : 0 } }
        let first = outcomes(n1, p1)
        let second = outcomes(n0, p0)
        let strata = (0..<(n1 + n0)).map { _ in random.index(below: 4) }
        let firstValues = first.map { $0 * 2 + random.normal() }
        let secondValues = second.map { $0 + 2 * random.normal() }
        let firstExits = first.map { exit($0, &random) }
        let secondExits = second.map { exit($0, &random) }

        let (a, b) = swapped ? (second, first) : (first, second)
        let (av, bv) = swapped ? (secondValues, firstValues) : (firstValues, secondValues)
        let (ae, be) = swapped ? (secondExits, firstExits) : (firstExits, secondExits)
        let firstStrata = Array(strata[..<n1])
        let secondStrata = Array(strata[n1...])
        let (s1, s0) = swapped ? (secondStrata, firstStrata) : (firstStrata, secondStrata)

        var list: [any GroupDifference] = [
            try MiettinenNurminen(
                groupEvents: a.reduce(0, +), groupTotal: Double(a.count), referenceEvents: b.reduce(0, +), referenceTotal: Double(b.count)),
            try BoundedMeanDifference(group: a.map { $0 * 0.7 }, reference: b.map { $0 * 0.7 }),
            try WelchDifference(group: av, reference: bv),
            try StratifiedMeanDifference(
                group: Array(zip(av, s1)).map { (value: $0, stratum: $1) }, reference: Array(zip(bv, s0)).map { (value: $0, stratum: $1) }),
        ]
        let counts = (0..<4).map { number in
            RateStratum(
                groupEvents: zip(a, s1).reduce(0) { $0 + ($1.1 == number ? $1.0 : 0) }, groupTotal: Double(s1.count { $0 == number }),
                referenceEvents: zip(b, s0).reduce(0) { $0 + ($1.1 == number ? $1.0 : 0) }, referenceTotal: Double(s0.count { $0 == number }))
        }
        // Both may rightly be undefined: nobody varies, or nobody is followed so far.
        if let difference = try? MantelHaenszelRiskDifference(strata: counts) { list.append(difference) }
        if let difference = try? CumulativeIncidenceDifference(group: ae, reference: be, horizon: 60) { list.append(difference) }
        if let difference = try? StratifiedCumulativeIncidenceDifference(
            group: Array(zip(ae, s1)).map { (exit: $0, stratum: $1) }, reference: Array(zip(be, s0)).map { (exit: $0, stratum: $1) },
            horizon: 40) { list.append(difference) }
        return list
    }

    private static func exit(_ outcome: Double, _ random: inout SeededRandom) -> Exit {
        let day = random.index(below: 100)
        if outcome > 0 { return Exit(days: day, kind: .event) }
        return Exit(days: day + 10, kind: random.uniform() < 0.3 ? .competing : .censored)
    }
}
