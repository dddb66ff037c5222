import CDistance

/// The distances that `WorkplaceStream` asks for, of participants who have every score: the same bits as on their own lists.
public struct WorkplaceDistances: Sendable {
    private let scores: [Double]
    private let targets: [Double]
    private let weights: [Double]
    private let workplaces: Int
    private let scales: Int

    /// - Parameters:
    ///   - scores: participants x scales, row by row, every score measured and finite.
    ///   - targets, weights: scales x workplaces, as `NearestPlaces` takes them. Nobody is ranked for a workplace that asks nothing.
    public init(scores: [Double], targets: [Double], weights: [Double], workplaces: Int, scales: Int) {
        precondition(targets.count == scales * workplaces && weights.count == targets.count, "targets and weights are scales x workplaces")
        self.scores = scores
        self.targets = targets
        self.weights = weights
        self.workplaces = workplaces
        self.scales = scales
    }

    /// - Returns: workplaces x participants, row by row.
    public func callAsFunction(_ participants: Range<Int>, _ places: Range<Int>) -> [Double] {
        let ownScores = Array(scores[participants.lowerBound * scales..<participants.upperBound * scales])
        func columns(_ table: [Double]) -> [Double] {
            (0..<scales).flatMap { table[$0 * workplaces + places.lowerBound..<$0 * workplaces + places.upperBound] }
        }
        let ownTargets = columns(targets), ownWeights = columns(weights)
        var squares = [Double](repeating: 0, count: participants.count * places.count)
        distance_squares(
            participants.count, places.count, scales, ownScores, [Double](repeating: 1, count: ownScores.count), ownTargets, ownWeights, &squares)
        var turned = [Double](repeating: .infinity, count: squares.count)
        for place in 0..<places.count where (0..<scales).contains(where: { ownWeights[$0 * places.count + place] > 0 }) {
            for participant in 0..<participants.count {
                turned[place * participants.count + participant] = squares[participant * places.count + place].squareRoot()
            }
        }
        return turned
    }
}
