// Written by scripts/reference/prediction.py. Source: statsmodels 0.15.0.

extension Reference {
    /// Columns: likelihood ratios of intercept, slope, both; mean common residual group, reference; standard error of the group's.
    static let clearyLogistic = table(
        """
        0.17280488099142843
        1.7061167848571017
        1.8789216658485302
        0.040999381202697409
        -0.020499690601348656
        0.099290549999079075
        """)
}
