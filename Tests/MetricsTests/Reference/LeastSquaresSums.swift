// Written by scripts/reference/prediction.py. Source: mpmath 1.3.0, 50 digits.

extension Reference {
    /// Columns: model, RSS, R squared.
    static let leastSquaresSums = table(
        """
        0 1523.0409056892039 0.53134015263851143
        1 700.24087085573975 0.78452661486263776
        2 665.35609649477771 0.79526112170758043
        3 1421.1177778075216 0.5627032482567602
        """)
}
