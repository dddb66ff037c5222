// Written by scripts/reference/prediction.py. Source: statsmodels 0.15.0; scikit-learn 1.9.1.

extension Reference {
    /// Columns: value, standard error: in the large; intercept; slope; then likelihood ratio of both and Brier score.
    static let recalibration = table(
        """
        0.43600205618451926 0.34200709698834225
        0.39494528821326852 0.31780086610670477
        0.66226345449028146 0.26759818177778799
        3.0991740088850435 0.21608535416666666
        """)
}
