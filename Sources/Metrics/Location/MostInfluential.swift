/// The person of one side without whom two means lie closest together.
package enum MostInfluential {
    /// That person's value; nil when the means are equal already, when every choice would carry them farther apart on the other side, or when
    /// fewer than two values would be left.
    ///
    /// When every value of the side is the same nobody moves its mean; one person is dropped all the same, since the finding must also stand
    /// with one witness fewer.
    ///
    /// - Parameters:
    ///   - mean: of the side.
    ///   - otherMean: what it is compared with.
    package static func value(among side: SideValues, mean: Double, otherMean: Double) -> Double? {
        guard side.count > 2 else { return nil }
        let before = abs(mean - otherMean)
        if before == 0 { return nil }
        let sum = mean * Double(side.count)
        let left = Double(side.count - 1)
        // Without a value v the means are |(sum - v) / left - other mean| apart: least for the value nearest to this one.
        guard let value = side.nearest(to: sum - otherMean * left) else { return nil }
        // Rounding of the means must not hide that dropping one of equal values changes nothing.
        return abs((sum - value) / left - otherMean) <= before + 1e-12 * (abs(otherMean) + before) ? value : nil
    }
}
