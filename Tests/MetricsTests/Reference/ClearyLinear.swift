// Written by scripts/reference/prediction.py. Source: statsmodels 0.15.0.

extension Reference {
    /// Columns: F and p of intercept, slope, both; R2 of three models; mean common residual group, reference; HC2 standard error of the group's; predicted difference at 45, its standard error.
    static let clearyLinear = table(
        """
        1.4840188020117711
        0.22949546792579742
        1.6502349864282244
        0.20564916154217938
        1.5778486825042792
        0.21787485067722084
        0.53134015263851153
        0.54630228463907582
        0.56270324825676021
        -1.4233489798161452
        0.71167448990808313
        1.1577394888551489
        -2.730845633606533
        1.8008660604610567
        """)
}
