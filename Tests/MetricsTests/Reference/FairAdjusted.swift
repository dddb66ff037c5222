// Written by scripts/reference/agreement.py. Source: every arrangement listed, exact fractions (Python).

extension Reference {
    /// Columns: length, share, alpha, largest pointwise p that falls short, fail probability, then the table.
    static let fairAdjusted = table(
        """
        1 0.5 0.10000000000000001 0.0 0.0 0
        5 0.5 0.10000000000000001 0.0625 0.0625 0 0 0 1 1
        10 0.5 0.10000000000000001 0.0546875 0.0751953125 0 0 0 0 1 1 1 2 2 3
        10 0.20000000000000001 0.14999999999999999 0.13421772800000001 0.13421772800000001 0 0 0 0 0 0 0 0 1 1
        12 0.40000000000000002 0.050000000000000003 0.030233088000000002 0.044924129280000002 0 0 0 0 0 0 1 1 1 1 2 2
        12 0.75 0.25 0.15625 0.24341750144958496 0 1 2 2 3 3 4 5 5 6 7 7
        """)
}
