// Written by scripts/reference/uncertainty.py. Source: whole numbers in Python.

extension Reference {
    /// Columns: seed, key, replicate, weight.
    static let bootstrapWeights = table(
        """
        0 0 0 2213
        0 0 1 443
        0 0 4 694
        0 0 5 14988
        7 11 13 3047
        7 12 13 1974
        8 11 13 1847
        1 4611686018427387904 999 5527
        20261122 123456789012345 1999 14581
        3 5 123457 16697
        """)
}
