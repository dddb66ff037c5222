/// Weighted sums of every group in every bootstrap replicate, which add up exactly over parts of the people.
///
/// For each group: how many people, the sums of their values, squares and cubes; for each replicate: the sum of the weights, of
/// weight times value and of weight times square. All are whole numbers in fixed point (values 32 fractional bits, in 64 and 128
/// bits), so that `merged(with:)` is associative and commutative to the last bit and equals the whole, however people were split.
///
/// Replicate sums are person-level data: with known weights 2,000 of them solve for the values of 700 people. They never leave the
/// organisation whose people they are about.
public struct ReplicateSums: Sendable, Equatable {
    public let seed: UInt64
    public let replicates: Int
    /// People per group.
    public private(set) var people: [Int]
    /// Per group: sums of values, squares and cubes of the people themselves.
    private(set) var firstPowers: [Int128]
    private(set) var secondPowers: [Int128]
    private(set) var thirdPowers: [Int128]
    /// Replicate by replicate, group by group.
    private(set) var weights: [Int64]
    private(set) var weightedValues: [Int128]
    private(set) var weightedSquares: [Int128]

    public var groups: Int { people.count }

    /// Nobody yet: what merging starts from.
    public init(seed: UInt64, replicates: Int, groups: Int) {
        self.seed = seed
        self.replicates = max(0, replicates)
        people = Array(repeating: 0, count: groups)
        firstPowers = Array(repeating: 0, count: groups)
        secondPowers = firstPowers
        thirdPowers = firstPowers
        weights = Array(repeating: 0, count: self.replicates * groups)
        weightedValues = Array(repeating: 0, count: self.replicates * groups)
        weightedSquares = weightedValues
    }

    /// One participant has one value and stands in one group; a group may be empty (in this part of the people, or at all).
    ///
    /// - Throws: `notFinite`; `outsideRange` for values beyond 2^20 (about a million) in size.
    public init(seed: UInt64, replicates: Int, groups: [[ParticipantBootstrap.Observation]]) throws(Undefined) {
        self.init(seed: seed, replicates: replicates, groups: groups.count)
        for (index, group) in groups.enumerated() {
            let laidOut = try ShardPeople(group, seed: seed)
            people[index] = group.count
            for run in laidOut.runs {
                firstPowers[index] += Int128(run.range.count) * Int128(run.value.first)
                secondPowers[index] += Int128(run.range.count) * run.value.second
                thirdPowers[index] += Int128(run.range.count) * run.value.third
            }
            draw(laidOut, group: index)
        }
    }

    private mutating func draw(_ people: ShardPeople, group: Int) {
        let groups = self.groups
        let streams = people.streams.span
        let table = ExponentialWeights.table
        for start in stride(from: 0, to: replicates, by: ExponentialWeights.perBlock) {
            let block = UInt64(start / ExponentialWeights.perBlock)
            var total = SIMD8<Int64>()
            var values = InlineArray<5, Int128>(repeating: 0)
            var squares = InlineArray<5, Int128>(repeating: 0)
            for run in people.runs {
                let drawn = ShardPeople.weights(streams, table.span, run.range, block: block)
                total &+= drawn
                for place in 0..<ExponentialWeights.perBlock {
                    // At most 2^16 per weight, 2^72 per square and 2^32 people: 128 bits cannot overflow.
                    values[place] &+= Int128(drawn[place]) &* Int128(run.value.first)
                    squares[place] &+= Int128(drawn[place]) &* run.value.second
                }
            }
            for place in 0..<min(ExponentialWeights.perBlock, replicates - start) {
                let index = (start + place) * groups + group
                weights[index] = total[place]
                weightedValues[index] = values[place]
                weightedSquares[index] = squares[place]
            }
        }
    }

    /// The people of both: sums added group by group.
    ///
    /// The two must be about different people; the same person in both would count twice, which no sum can notice.
    ///
    /// - Throws: `unequalLengths` when seed, number of replicates or number of groups differ.
    public func merged(with other: ReplicateSums) throws(Undefined) -> ReplicateSums {
        guard seed == other.seed, replicates == other.replicates, groups == other.groups else { throw .unequalLengths }
        var sum = self
        for group in people.indices {
            sum.people[group] += other.people[group]
            sum.firstPowers[group] += other.firstPowers[group]
            sum.secondPowers[group] += other.secondPowers[group]
            sum.thirdPowers[group] += other.thirdPowers[group]
        }
        for index in weights.indices {
            sum.weights[index] += other.weights[index]
            sum.weightedValues[index] += other.weightedValues[index]
            sum.weightedSquares[index] += other.weightedSquares[index]
        }
        return sum
    }

    /// New groups made of old ones: `[[0], [1, 2]]` sets the first against the other two together. An old group may serve twice.
    ///
    /// - Throws: `outsideRange` for a group that does not exist.
    public func pooled(_ parts: [[Int]]) throws(Undefined) -> ReplicateSums {
        guard parts.joined().allSatisfy(people.indices.contains) else { throw .outsideRange }
        var sums = ReplicateSums(seed: seed, replicates: replicates, groups: parts.count)
        for (group, part) in parts.enumerated() {
            for old in part {
                sums.people[group] += people[old]
                sums.firstPowers[group] += firstPowers[old]
                sums.secondPowers[group] += secondPowers[old]
                sums.thirdPowers[group] += thirdPowers[old]
                for replicate in 0..<replicates {
                    let (new, index) = (replicate * parts.count + group, replicate * groups + old)
                    sums.weights[new] += weights[index]
                    sums.weightedValues[new] += weightedValues[index]
                    sums.weightedSquares[new] += weightedSquares[index]
                }
            }
        }
        return sums
    }
}

extension ReplicateSums {
    /// Weighted mean of a group in every replicate, in their order.
    ///
    /// - Throws: `outsideRange` for a group that does not exist, `noObservations` for one without people.
    public func means(group: Int) throws(Undefined) -> [Double] {
        guard people.indices.contains(group) else { throw .outsideRange }
        guard people[group] > 0 else { throw .noObservations }
        return (0..<replicates).map { replicate in
            let index = replicate * groups + group
            return FixedPointValue.double(weightedValues[index]) / Double(weights[index]) * FixedPointValue.unit
        }
    }

    /// Mean of each group; NaN for an empty one.
    var means: [Double] {
        people.indices.map { FixedPointValue.double(firstPowers[$0]) / Double(people[$0]) * FixedPointValue.unit }
    }

    /// Means of the groups in one replicate; NaN for an empty group.
    func means(replicate: Int) -> [Double] {
        (replicate * groups..<(replicate + 1) * groups).map { FixedPointValue.double(weightedValues[$0]) / Double(weights[$0]) * FixedPointValue.unit }
    }

    /// Variance (divided by the weight, not by one less) of each group in one replicate.
    func variances(replicate: Int) -> [Double] {
        (replicate * groups..<(replicate + 1) * groups).map { index in
            let weight = Double(weights[index])
            let mean = FixedPointValue.double(weightedValues[index]) / weight * FixedPointValue.unit
            return max(0, FixedPointValue.double(weightedSquares[index]) / weight * FixedPointValue.unit - mean * mean)
        }
    }

    /// Sums of squared and cubed deviations from the group's mean: with the slopes of a statistic they are those of its influence values.
    func centralSums(group: Int) -> (second: Double, third: Double) {
        let count = Double(people[group])
        let mean = means[group]
        let square = FixedPointValue.double(secondPowers[group]) * FixedPointValue.unit
        let cube = FixedPointValue.double(thirdPowers[group]) * FixedPointValue.unit
        return (max(0, square - count * mean * mean), cube - 3 * mean * square + 2 * count * mean * mean * mean)
    }
}
