/// How often one participant's list comes out the same when the test is taken with its error of measurement.
public struct RedrawnAgreement: Sendable, Equatable {
    /// Places compared: the asked depth, or the whole list when it is shorter.
    public let depth: Int
    /// Share of draws in which the first place is that of the observed list.
    public let firstPlace: Double
    /// Mean share of the first `depth` places that the list of a draw has in common with the observed list.
    public let overlap: Double
    /// Share of pairs of draws (two testings) that agree on the first place.
    public let retestFirstPlace: Double
    /// Mean share of the first `depth` places that two testings have in common.
    public let retestOverlap: Double

    /// Fills up a list that is shorter than the depth; shared with no list.
    static let noPlace = -1

    /// Figures that were made before.
    package init(depth: Int, firstPlace: Double, overlap: Double, retestFirstPlace: Double, retestOverlap: Double) {
        self.depth = depth
        self.firstPlace = firstPlace
        self.overlap = overlap
        self.retestFirstPlace = retestFirstPlace
        self.retestOverlap = retestOverlap
    }

    /// - Parameters:
    ///   - observed: the list of the recorded scores, `depth` places.
    ///   - drawn: draws x depth, one list after another; places by any number from 0, or `noPlace`.
    ///   - draws: even.
    init(observed: [Int], drawn: [Int], draws: Int) {
        let depth = observed.count
        self.depth = depth
        var stamps = [Int](repeating: -1, count: max(observed.max() ?? 0, drawn.max() ?? 0) + 1)
        /// How many of the list at `start` are among those stamped with `stamp`.
        func shared(_ start: Int, _ stamp: Int) -> Int {
            (start..<start + depth).count { drawn[$0] != Self.noPlace && stamps[drawn[$0]] == stamp }
        }
        for place in observed { stamps[place] = draws }
        var (first, common) = (0, 0)
        for draw in 0..<draws {
            if drawn[draw * depth] == observed[0] { first += 1 }
            common += shared(draw * depth, draws)
        }
        // Draws 0 and 1, 2 and 3, ...: no draw is in two pairs.
        let pairs = draws / 2
        var (retestFirst, retestCommon) = (0, 0)
        for pair in 0..<pairs {
            let one = 2 * pair * depth, other = one + depth
            if drawn[one] == drawn[other] { retestFirst += 1 }
            // Each pair has a stamp of its own, and that of the observed list is above them all.
            for index in one..<other where drawn[index] != Self.noPlace { stamps[drawn[index]] = pair }
            retestCommon += shared(other, pair)
        }
        firstPlace = Double(first) / Double(draws)
        overlap = Double(common) / Double(draws * depth)
        retestFirstPlace = Double(retestFirst) / Double(pairs)
        retestOverlap = Double(retestCommon) / Double(pairs * depth)
    }
}
