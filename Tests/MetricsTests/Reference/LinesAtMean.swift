// Written by scripts/reference/restricted-time.py. Source: statsmodels 0.15.0: OLS, HC2.

extension Reference {
    /// Columns: mean predictor, difference there, standard error, difference without the most influential of the group.
    static let linesAtMean = table(
        """
        4.1908571428571433 -0.077755081161294232 0.14306340958360311 -0.044388121920747758
        """)
}
