/// Hall's transformation of a t statistic, which takes the skewness of the estimate out of it.
///
/// With c the third cumulant of the estimate over its cubed standard error (for one mean: the skewness of the values over root n),
/// Q(T) = T + c T^2/3 + c^2 T^3/27 + c/6. It rises everywhere and has an inverse in closed form. For a difference of two means c is that of
/// the difference (Zhou and Dinh 2005, Biostatistics 6:187-200).
struct HallTransformation {
    let skewness: Double

    // Where changes are symmetric with heavy tails the skewness of a sample is noise, and correcting by it alone makes limits too narrow: a harm at
    // the margin was cleared in 6 %, where plain t clears 5 (docs/adr/0015). So a limit is the wider of Hall's and plain t's, and p the larger.

    /// How many standard errors below the estimate the lower limit lies whose t has this quantile.
    func below(_ quantile: Double) -> Double { max(untransformed(quantile), quantile) }

    /// How many standard errors below the estimate the upper limit lies whose t has this (mostly negative) quantile.
    func above(_ quantile: Double) -> Double { min(untransformed(quantile), quantile) }

    /// One-sided p of an estimate `t` standard errors above zero, dual to `below`.
    func pAboveZero(_ t: Double, df: Double) -> Double { max(StudentT.survival(transformed(t), df: df), StudentT.survival(t, df: df)) }

    /// The other side's, dual to `above`.
    func pBelowZero(_ t: Double, df: Double) -> Double { max(StudentT.cdf(transformed(t), df: df), StudentT.cdf(t, df: df)) }

    func transformed(_ t: Double) -> Double {
        let bent = skewness * t
        return t * (1 + bent / 3 + bent * bent / 27) + skewness / 6
    }

    /// The t statistic that is transformed into `value`.
    func untransformed(_ value: Double) -> Double {
        let z = value - skewness / 6
        let bent = skewness * z
        // (1 + x)^(1/3) - 1 loses its digits for small x; the series does not.
        if abs(bent) < 1e-5 { return z * (1 - bent / 3 + 5 * bent * bent / 27) }
        return 3 / skewness * (CubeRoot.of(1 + bent) - 1)
    }
}
