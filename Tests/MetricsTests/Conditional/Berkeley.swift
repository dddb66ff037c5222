import Metrics

/// Graduate admissions at Berkeley, autumn 1973, six departments, women as the group (Bickel, Hammel and O'Connell 1975, Science 187:398).
enum Berkeley {
    static let strata = [
        RateStratum(groupEvents: 89, groupTotal: 108, referenceEvents: 512, referenceTotal: 825),
        RateStratum(groupEvents: 17, groupTotal: 25, referenceEvents: 353, referenceTotal: 560),
        RateStratum(groupEvents: 202, groupTotal: 593, referenceEvents: 120, referenceTotal: 325),
        RateStratum(groupEvents: 131, groupTotal: 375, referenceEvents: 138, referenceTotal: 417),
        RateStratum(groupEvents: 94, groupTotal: 393, referenceEvents: 53, referenceTotal: 191),
        RateStratum(groupEvents: 24, groupTotal: 341, referenceEvents: 22, referenceTotal: 373),
    ]

    static func shared() throws -> [RateStratum] {
        var strata: [String: RateStratum] = [:]
        for row in try SharedData.rows("data/ucb_admissions/ucb.csv") {
            let count = Double(row["Freq"]!)!
            let admitted = row["Admit"] == "Admitted" ? count : 0
            let women = row["Gender"] == "Female"
            let part = RateStratum(
                groupEvents: women ? admitted : 0, groupTotal: women ? count : 0, referenceEvents: women ? 0 : admitted,
                referenceTotal: women ? 0 : count)
            strata[row["Dept"]!] = strata[row["Dept"]!].map { $0 + part } ?? part
        }
        return strata.sorted { $0.key < $1.key }.map(\.value)
    }
}

/// The strata of Reference.conditionalStrata with the row of expected values.
enum ConditionalReference {
    static func cases() -> [(strata: [RateStratum], expected: [Double])] {
        Reference.cases(Reference.conditionalStrata).map { rows in
            let strata = rows.map {
                RateStratum(groupEvents: $0[1], groupTotal: $0[2], referenceEvents: $0[3], referenceTotal: $0[4])
            }
            return (strata, rows[0])
        }
    }
}
