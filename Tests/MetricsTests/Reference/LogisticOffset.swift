// Written by scripts/reference/prediction.py. Source: statsmodels 0.15.0 GLM, success on x2 with offset 0.05 (x1 - 50).

extension Reference {
    /// Columns: coefficient, standard error.
    static let logisticOffset = table(
        """
        1.680907728604369 0.63367244273698431
        -0.34936394751141558 0.15563854807642488
        """)
}
