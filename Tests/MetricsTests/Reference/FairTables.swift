// Written by scripts/reference/agreement.py. Source: every arrangement listed, exact fractions (Python).

extension Reference {
    /// Columns: share, exact fail probability, then the table.
    static let fairTables = table(
        """
        0.20000000000000001 0.13421772800000001 0 0 0 0 0 0 0 0 1 1
        0.5 0.111328125 0 0 0 1 1 1 2 2 2 3
        0.5 0.05078125 0 0 0 0 1 1 1 2 2 2
        0.29999999999999999 0.68825325960999995 0 0 1 1 1 2 2 3 3 3 4 4
        0.75 0.42156982421875 1 1 2 3 3 4 5 5
        """)
}
