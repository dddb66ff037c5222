// Written by scripts/reference/restricted-time.py. Source: R 4.2.2, survival 3.5.3: survfit of states, its mean in a state and its influences (residuals, type auc).

extension Reference {
    /// Columns: case, horizon, mean days without the event, standard error (infinitesimal jackknife).
    static let restrictedTimes = table(
        """
        0.0 30.0 23.800000000000001 1.6189159610334594
        0.0 60.0 37.566666666666663 3.8130429182342414
        1.0 30.0 20.244444444444447 1.6378714146473976
        1.0 60.0 32.034074074074084 3.4706791804313535
        2.0 30.0 23.255331262939958 1.2986367476828129
        2.0 60.0 38.412984548232998 2.9513354989874983
        3.0 30.0 26.368324575956514 1.1609720715259504
        3.0 60.0 41.266845599638387 3.0164093667175762
        4.0 30.0 23.967380588949027 1.2436034174417749
        4.0 60.0 40.589329664318697 2.753744788427603
        """)
}
