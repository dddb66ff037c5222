// Written by scripts/reference/survival.py. Source: R 4.2.2, cmprsk 2.2.11: cuminc of shared/data/unempdur_us by ui.

extension Reference {
    /// Columns: cause, chi-squared, p.
    static let graySpells = table(
        """
        1.0 113.23752544761378 0.0
        2.0 38.069804679385449 6.8258332319715009e-10
        3.0 58.697308332111788 1.8429702208777599e-14
        """)
}
