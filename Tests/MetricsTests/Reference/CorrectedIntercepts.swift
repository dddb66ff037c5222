// Written by scripts/reference/prediction.py. Source: numpy, corrected moment matrix; statsmodels 0.15.0 HC2.

extension Reference {
    /// Columns: reliability, intercept difference, standard error.
    static let correctedIntercepts = table(
        """
        0.69999999999999996 -2.1652606694538878 1.9238793714430122
        0.80000000000000004 -2.152689023272147 1.8024793276319682
        0.90000000000000002 -2.142911076241917 1.7498150497221636
        1.0 -2.135088718617721 1.7366623061563971
        """)
}
