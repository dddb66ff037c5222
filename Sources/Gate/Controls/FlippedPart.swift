import Metrics

/// The changes of some people under random signs: their mean in each replicate, as the gate would judge it.
struct FlippedPart: Sendable {
    let people: [Int]
    private let changes: [Double]
    private let squares: Double
    /// How far anybody's change can go.
    private let largest: Double
    /// Positions in `people` of those with a change, when they are too few for a spread.
    private let few: [Int]?

    init(people: [Int], changes: [Double], largest: Double) {
        self.people = people
        self.changes = changes
        self.largest = largest
        squares = changes.reduce(0) { $0 + $1 * $1 }
        // Under random signs a commonest change other than none falls into two, so only those without a change can be nearly everybody.
        let moved = changes.indices.filter { changes[$0] != 0 }
        few = moved.count < FewChanges.limit ? moved : nil
    }

    var hasFewChanges: Bool { few != nil }

    /// Sums of the changes per replicate of the block, with each person's sign.
    func sums(_ signs: SignBlock) -> SignedSums {
        guard let few else {
            let (sums, cubes) = signs.sums(of: changes, people: people)
            return .many(sums: sums, cubes: cubes)
        }
        var above = [Double](repeating: 0, count: SignBlock.width), below = above
        for position in few {
            let (change, word) = (changes[position], signs.words[people[position]])
            for replicate in 0..<SignBlock.width {
                let signed = word >> UInt64(replicate) & 1 == 0 ? change : -change
                if signed > 0 { above[replicate] += signed } else { below[replicate] -= signed }
            }
        }
        return .few(above: above, below: below)
    }

    enum SignedSums: Sendable {
        case many(sums: [Double], cubes: [Double])
        case few(above: [Double], below: [Double])
    }

    /// - Parameter shift: added to everybody's change.
    func statistic(_ sums: SignedSums, _ replicate: Int, shift: Double = 0) -> (any PairedChange)? {
        switch sums {
        case .few(let above, let below):
            let bound = largest + abs(shift)
            let scale = bound > 0 ? bound : 1
            return try? FewChanges(
                count: people.count, commonest: shift, largest: bound, above: above[replicate] / scale, below: below[replicate] / scale,
                squares: squares / (scale * scale))
        case .many:
            return moments(sums, replicate).flatMap { try? PairedMeanChange($0.shifted(by: shift)) }
        }
    }

    /// `nil` where there are too few changes for moments.
    func moments(_ sums: SignedSums, _ replicate: Int) -> ChangeSums? {
        guard case .many(let sums, let cubes) = sums else { return nil }
        return ChangeSums(count: people.count, sum: sums[replicate], squares: squares, cubes: cubes[replicate])
    }
}
