import CDistance

/// The distances of one participant to every place of a table.
enum Distances {
    /// - Returns: parallel to the places; `nil` = the place cannot be ranked for this participant: it shares no weighing scale with the
    ///   scores, asks what is missing under `excludePlace`, or the distance is not defined for the two profiles.
    static func measure(_ row: ScoredRow, _ table: PlaceTable, core: RankingCore) -> [Double?] {
        // What stands in for a missing score counts in the distance; whether a place shares a scale is about real scores.
        let counts = core.missingValues == .mean ? [Double](repeating: 1, count: row.present.count) : row.present
        let values: [Double?] =
            switch core.distance {
            case .euclidean where core.missingValues != .worst || row.isComplete: squares(row, counts, table)
            case .euclidean: sums(row, counts, table, core) { difference in difference * difference }
            case .oneSided: sums(row, counts, table, core) { difference in difference < 0 ? difference * difference : 0 }
            case .manhattan: sums(row, counts, table, core) { difference in abs(difference) }
            case .cosine: ProfileLikeness.cosines(row.scores, counts, table)
            case .correlation: ProfileLikeness.correlations(row.scores, counts, table)
            }
        let isRooted = core.distance == .euclidean || core.distance == .oneSided
        return values.indices.map { place in
            guard var value = values[place] else { return nil }
            let weight = askedWeight(of: place, row, table)
            guard weight.counted > 0 else { return nil }
            if weight.missing > 0 {
                if core.missingValues == .excludePlace { return nil }
                if core.missingValues == .skipAndRescale, core.distance.isSum { value *= (weight.counted + weight.missing) / weight.counted }
            }
            return isRooted ? value.squareRoot() : value
        }
    }

    private static func squares(_ row: ScoredRow, _ counts: [Double], _ table: PlaceTable) -> [Double?] {
        [Double](unsafeUninitializedCapacity: table.count) { out, count in
            count = table.count
            guard let out = out.baseAddress, count > 0 else { return }
            distance_squares(1, table.count, row.scores.count, row.scores, counts, table.targets, table.weights, out)
        }
    }

    /// The sum over scales, in their order, of weight x penalty(score - target).
    private static func sums(
        _ row: ScoredRow, _ counts: [Double], _ table: PlaceTable, _ core: RankingCore, penalty: (Double) -> Double
    ) -> [Double?] {
        var sums = [Double](repeating: 0, count: table.count)
        for scale in counts.indices {
            let isMissing = counts[scale] == 0
            guard !isMissing || core.missingValues == .worst else { continue }
            let bounds = row.bounds[scale]
            for place in 0..<table.count {
                let target = table.targets[scale * table.count + place]
                let cost = isMissing
                    ? max(penalty(bounds.lowerBound - target), penalty(bounds.upperBound - target)) : penalty(row.scores[scale] - target)
                sums[place] += table.weights[scale * table.count + place] * cost
            }
        }
        return sums
    }

    /// The weights of the scales that a place asks: of those the participant has, and of those the participant lacks.
    private static func askedWeight(of place: Int, _ row: ScoredRow, _ table: PlaceTable) -> (counted: Double, missing: Double) {
        var counted = 0.0, missing = 0.0
        for scale in row.present.indices {
            let weight = table.weights[scale * table.count + place]
            if row.present[scale] == 1 { counted += weight } else { missing += weight }
        }
        return (counted, missing)
    }
}
