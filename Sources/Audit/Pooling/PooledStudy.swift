import Metrics

/// One organisation's part of one pooled comparison.
struct PooledStudy {
    let organisation: String
    let margin: Double
    let signal: Double
    let cap: String?
    let study: CommonDifference.Study
    /// Events and people on both sides, where the figure is a rate.
    let stratum: RateStratum?
}

extension PooledStudy {
    /// A group of one table against all the other cells of it; `nil` when the table has not both, or the figures have no spread.
    init?(_ table: AuditSummary.Table, isGroup: (AuditSummary.Cell) -> Bool, organisation: String) {
        let group = Self.total(table.cells.filter(isGroup))
        let reference = Self.total(table.cells.filter { !isGroup($0) })
        guard group.people > 0, reference.people > 0 else { return nil }
        let (mean, other) = (group.sum / Double(group.people), reference.sum / Double(reference.people))
        var stratum: RateStratum?
        let error: Double
        if table.kind == .counts {
            let counts = RateStratum(
                groupEvents: group.sum, groupTotal: Double(group.people), referenceEvents: reference.sum, referenceTotal: Double(reference.people))
            guard let rates = try? MiettinenNurminen(
                groupEvents: counts.groupEvents, groupTotal: counts.groupTotal, referenceEvents: counts.referenceEvents,
                referenceTotal: counts.referenceTotal)
            else { return nil }
            (stratum, error) = (counts, rates.standardError)
        } else {
            guard group.people > 1, reference.people > 1 else { return nil }
            error = (Self.variance(group) / Double(group.people) + Self.variance(reference) / Double(reference.people)).squareRoot()
        }
        guard error > 0 else { return nil }
        self.init(
            organisation: organisation, margin: table.margin, signal: table.signal, cap: table.cap,
            study: .init(
                groupCount: group.people, referenceCount: reference.people, groupValue: mean, referenceValue: other, estimate: mean - other,
                standardError: error),
            stratum: stratum)
    }

    init(_ pair: AuditSummary.Pair, in table: AuditSummary.Table, organisation: String) {
        self.init(
            organisation: organisation, margin: table.margin, signal: table.signal, cap: table.cap ?? pair.cap,
            study: .init(
                groupCount: pair.people, referenceCount: pair.referencePeople, groupValue: pair.groupValue, referenceValue: pair.referenceValue,
                estimate: pair.estimate, standardError: pair.standardError),
            stratum: pair.effective.map {
                RateStratum(groupEvents: $0[1], groupTotal: $0[0], referenceEvents: $0[3], referenceTotal: $0[2])
            })
    }

    private typealias Total = (people: Int, sum: Double, squares: Double)

    private static func total(_ cells: [AuditSummary.Cell]) -> Total {
        (cells.reduce(0) { $0 + $1.people }, CompensatedSum(cells.map(\.sum)).value, CompensatedSum(cells.map { $0.sumOfSquares ?? 0 }).value)
    }

    /// Divided by one less than the people.
    private static func variance(_ total: Total) -> Double {
        max(0, total.squares - total.sum * total.sum / Double(total.people)) / Double(total.people - 1)
    }
}
