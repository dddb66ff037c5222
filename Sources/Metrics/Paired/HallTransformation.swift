/// Hall's transformation of a t statistic, which takes the skewness of the estimate out of it.
///
/// With c the third cumulant of the estimate over its cubed standard error (for one mean: the skewness of the values over root n),
/// Q(T) = T + c T^2/3 + c^2 T^3/27 + c/6. It rises everywhere and has an inverse in closed form. For a difference of two means c is that of
/// the difference (Zhou and Dinh 2005, Biostatistics 6:187-200).
struct HallTransformation {
    let skewness: Double

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
