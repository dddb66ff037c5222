// Written by scripts/reference/prediction.py. Source: statsmodels 0.15.0 compare_f_test, model 0 in model 2.

extension Reference {
    /// Columns: F, p, added.
    static let nestedF = table(
        """
        28.359349078911563 1.2233102153672389e-8 2.0
        """)
}
