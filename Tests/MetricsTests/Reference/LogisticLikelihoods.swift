// Written by scripts/reference/prediction.py. Source: statsmodels 0.15.0 Logit.

extension Reference {
    /// Columns: model, log likelihood.
    static let logisticLikelihoods = table(
        """
        0 -31.824338616111593
        1 -29.05580105276325
        2 -28.902364336647764
        3 -30.884877783187328
        """)
}
