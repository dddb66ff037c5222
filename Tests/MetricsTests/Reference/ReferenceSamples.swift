extension Reference {
    /// Two samples and the figures expected of them, from rows of case, side (1 group, 0 reference), value, figures.
    static func samples(_ rows: [[Double]]) -> [(group: [Double], reference: [Double], expected: [Double])] {
        cases(rows).map { rows in
            (rows.filter { $0[1] == 1 }.map { $0[2] }, rows.filter { $0[1] == 0 }.map { $0[2] }, Array(rows[0][3...]))
        }
    }

    /// One sample and the figures expected of it, from rows of case, value, figures.
    static func sample(_ rows: [[Double]]) -> [(values: [Double], expected: [Double])] {
        cases(rows).map { rows in (rows.map { $0[1] }, Array(rows[0][2...])) }
    }
}
