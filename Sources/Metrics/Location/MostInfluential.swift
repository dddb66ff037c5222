/// The person of the smaller side without whom two means lie closest together.
package enum MostInfluential {
    /// Both lists with that one value left out; nil when the means are equal already, when every choice would carry them farther
    /// apart on the other side, or when fewer than two values would be left.
    ///
    /// When every value of the smaller side is the same nobody moves the mean; one person is dropped all the same, since the
    /// finding must also stand with one witness fewer. The first of equally influential values goes.
    ///
    /// - Parameter means: of both sides, if they are known already.
    package static func dropped(
        group: [Double], reference: [Double], means: (group: Double, reference: Double)? = nil
    ) -> (group: [Double], reference: [Double], value: Double)? {
        let shrinksGroup = group.count <= reference.count
        let side = shrinksGroup ? group : reference
        let other = shrinksGroup ? reference : group
        guard side.count > 2, !other.isEmpty else { return nil }
        let sum = means.map { (shrinksGroup ? $0.group : $0.reference) * Double(side.count) } ?? CompensatedSum(side).value
        let otherMean = means.map { shrinksGroup ? $0.reference : $0.group } ?? CompensatedSum(other).value / Double(other.count)
        let before = abs(sum / Double(side.count) - otherMean)
        if before == 0 { return nil }
        let left = Double(side.count - 1)
        // Without a value v the means are |(sum - v) / left - other mean| apart: least for the value nearest to this one.
        let wanted = sum - otherMean * left
        var best = (index: 0, distance: Double.infinity)
        for (index, value) in side.enumerated() {
            let distance = abs(value - wanted)
            if distance < best.distance { best = (index, distance) }
        }
        // Rounding of the means must not hide that dropping one of equal values changes nothing.
        let value = side[best.index]
        guard abs((sum - value) / left - otherMean) <= before + 1e-12 * (abs(otherMean) + before) else { return nil }
        var shorter = side
        shorter.remove(at: best.index)
        return shrinksGroup ? (shorter, reference, value) : (group, shorter, value)
    }
}
