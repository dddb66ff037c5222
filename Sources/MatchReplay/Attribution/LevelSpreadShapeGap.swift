import Cohort
import Metrics

/// How far a group's best match lies, split into level, spread and shape (M6): the mean squared distance to the first place on
/// everybody's list, for the group and for the rest, and the shares of their difference.
///
/// The split is Cronbach and Gleser's (`Metrics.LevelSpreadShape`) of scaled scores and targets, weighted as the core weighs, over the scales
/// that count for the person and the place; where the core makes up for missing scales, all parts are multiplied alike. The parts add up
/// to the squared distance that the core computes. A large share of level says that the gap comes from how high people score overall.
public struct LevelSpreadShapeGap: Sendable, Equatable {
    public struct Parts: Sendable, Equatable {
        public let level: Double
        public let spread: Double
        public let shape: Double

        /// Mean squared distance.
        public var total: Double { level + spread + shape }
    }

    public let attribute: Attribute
    public let group: String
    public let people: Int
    public let restPeople: Int
    /// Means per participant, in the core's squared units.
    public let own: Parts
    public let rest: Parts

    /// Group minus rest, part by part.
    public var difference: Parts {
        Parts(level: own.level - rest.level, spread: own.spread - rest.spread, shape: own.shape - rest.shape)
    }

    /// Parts of the group's own mean squared distance, adding up to 1.
    /// - Throws: `zeroDenominator` when everybody's best place lies at distance 0.
    public func shares() throws(Undefined) -> Parts {
        guard own.total > 0 else { throw .zeroDenominator }
        return Parts(level: own.level / own.total, spread: own.spread / own.total, shape: own.shape / own.total)
    }

    public init(_ input: ReplayInput, attribute: Attribute, group: String, minimum: Int = 10) throws(AttributionError) {
        guard input.core.distance == .euclidean, input.core.missingValues != .worst else { throw .notEuclidean(core: input.core.name) }
        let tested = TestedPeople(input.snapshot)
        let sides = try GroupAndRest(tested, in: input.snapshot, attribute: attribute, group: group, minimum: minimum)
        let splitter: BestMatchSplit
        do throws(ReplayError) { splitter = try BestMatchSplit(input) } catch { throw .cannotRank(error) }
        func mean(_ people: [Int]) throws(AttributionError) -> (parts: Parts, count: Int) {
            var sums = (level: CompensatedSum(), spread: CompensatedSum(), shape: CompensatedSum())
            var count = 0
            for person in people {
                guard let parts = try splitter.parts(ofRun: tested.people[person].run) else { continue }
                sums.level.add(parts.level)
                sums.spread.add(parts.spread)
                sums.shape.add(parts.shape)
                count += 1
            }
            guard count >= minimum else { throw .tooFewPeople(attribute: attribute.rawValue, group: group, needed: minimum) }
            let n = Double(count)
            return (Parts(level: sums.level.value / n, spread: sums.spread.value / n, shape: sums.shape.value / n), count)
        }
        let (first, second) = (try mean(sides.group), try mean(sides.rest))
        self.attribute = attribute
        self.group = group
        (own, people) = first
        (rest, restPeople) = second
    }
}
