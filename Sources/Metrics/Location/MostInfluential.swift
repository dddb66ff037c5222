/// The person of the smaller side without whom two means lie closest together.
package enum MostInfluential {
    /// Both lists with that one value left out; nil when the means are equal already, when every choice would carry them farther
    /// apart on the other side, or when fewer than two values would be left.
    ///
    /// When every value of the smaller side is the same nobody moves the mean; one person is dropped all the same, since the
    /// finding must also stand with one witness fewer. The first of equally influential values goes.
    ///
    /// - Parameter largerMean: the mean of the larger side (of equal sides the reference), if it is known already.
    package static func dropped(group: [Double], reference: [Double], largerMean: Double? = nil) -> (group: [Double], reference: [Double])? {
        let shrinksGroup = group.count <= reference.count
        let side = shrinksGroup ? group : reference
        let other = shrinksGroup ? reference : group
        guard side.count > 2, !other.isEmpty else { return nil }
        let sum = CompensatedSum(side).value
        let otherMean = largerMean ?? CompensatedSum(other).value / Double(other.count)
        let before = abs(sum / Double(side.count) - otherMean)
        if before == 0 { return nil }
        let left = Double(side.count - 1)
        var best = (index: 0, distance: Double.infinity)
        for (index, value) in side.enumerated() {
            let distance = abs((sum - value) / left - otherMean)
            if distance < best.distance { best = (index, distance) }
        }
        // Rounding of the means must not hide that dropping one of equal values changes nothing.
        guard best.distance <= before + 1e-12 * (abs(otherMean) + before) else { return nil }
        var shorter = side
        shorter.remove(at: best.index)
        return shrinksGroup ? (shorter, reference) : (group, shorter)
    }
}
