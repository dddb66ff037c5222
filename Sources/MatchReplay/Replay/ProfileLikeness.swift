/// One minus how alike two profiles are, over the scales that count (1) and the place asks (weight above 0).
enum ProfileLikeness {
    /// One minus the cosine of the angle between them. `nil` where either is zero on all its scales.
    static func cosines(_ scores: [Double], _ counts: [Double], _ table: PlaceTable) -> [Double?] {
        (0..<table.count).map { place in
            var product = 0.0, ofScores = 0.0, ofTargets = 0.0
            for scale in scores.indices {
                let weight = counts[scale] * table.weights[scale * table.count + place], target = table.targets[scale * table.count + place]
                product += weight * (scores[scale] * target)
                ofScores += weight * (scores[scale] * scores[scale])
                ofTargets += weight * (target * target)
            }
            return oneMinus(product, ofScores, ofTargets)
        }
    }

    /// One minus the weighted correlation. `nil` where either profile is flat, or with fewer than three scales.
    static func correlations(_ scores: [Double], _ counts: [Double], _ table: PlaceTable) -> [Double?] {
        (0..<table.count).map { place in
            var total = 0.0, meanScore = 0.0, meanTarget = 0.0, scales = 0
            for scale in scores.indices {
                let weight = counts[scale] * table.weights[scale * table.count + place]
                total += weight
                meanScore += weight * scores[scale]
                meanTarget += weight * table.targets[scale * table.count + place]
                scales += weight > 0 ? 1 : 0
            }
            guard scales >= 3 else { return nil }
            meanScore /= total
            meanTarget /= total
            var product = 0.0, ofScores = 0.0, ofTargets = 0.0
            for scale in scores.indices {
                let weight = counts[scale] * table.weights[scale * table.count + place]
                let score = scores[scale] - meanScore, target = table.targets[scale * table.count + place] - meanTarget
                product += weight * (score * target)
                ofScores += weight * (score * score)
                ofTargets += weight * (target * target)
            }
            // A profile of equal numbers can keep a rest of its rounded mean: below this it has no shape to compare.
            let floor = 1e-24 * total
            guard ofScores > floor * (1 + meanScore * meanScore), ofTargets > floor * (1 + meanTarget * meanTarget) else { return nil }
            return oneMinus(product, ofScores, ofTargets)
        }
    }

    private static func oneMinus(_ product: Double, _ ofScores: Double, _ ofTargets: Double) -> Double? {
        let scale = ofScores.squareRoot() * ofTargets.squareRoot()
        guard scale > 0 else { return nil }
        // Rounding can put the likeness a hair beyond -1 or 1; a distance outside 0...2 has no meaning.
        return min(max(1 - product / scale, 0), 2)
    }
}
