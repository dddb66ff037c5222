import Cohort

/// A scenario after which the scaling constants are computed anew over everybody, in the way a capture does.
///
/// Then the lists of people whom the scenario is not about change as well: that is what the name warns of, and why no other scenario
/// does it. Constants that the core gives itself give way to those of the snapshot.
public struct Rescaled: Scenario {
    public static let prefix = "rescaled_"

    public var id: String { Self.prefix + scenario.id }
    public var summary: String { scenario.summary + "; scaling constants computed anew, so that everybody's list can change" }
    public let scenario: any Scenario

    public init(_ scenario: any Scenario) { self.scenario = scenario }

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        var changed = try scenario.apply(input)
        guard changed.core.scaling.kind == .z || changed.core.scaling.kind == .range else {
            throw .nothingToRescale(core: changed.core.name)
        }
        changed.core.scaling.given = nil
        changed.snapshot.scaling = ScalingConstants(over: changed.snapshot)
        return changed
    }
}

extension ScalingConstants {
    /// What a capture freezes, from rows in memory: the same order of summation, so the same bits.
    init(over snapshot: Snapshot) {
        let scores = snapshot.scores.indices.sorted { a, b in
            let (first, second) = (snapshot.scores[a], snapshot.scores[b])
            return first.assessmentId == second.assessmentId ? a < b : first.assessmentId < second.assessmentId
        }
        let targets = snapshot.profiles.indices.sorted { a, b in
            let (first, second) = (snapshot.profiles[a], snapshot.profiles[b])
            if first.workplaceId != second.workplaceId { return precedesInBytes(first.workplaceId, second.workplaceId) }
            return precedesInBytes(first.profileVariant, second.profileVariant)
        }
        self.init(
            participants: Self.side(scores.map { (snapshot.scores[$0].scaleCode, snapshot.scores[$0].score) }),
            workplaces: Self.side(targets.map { (snapshot.profiles[$0].scaleCode, snapshot.profiles[$0].target) }))
    }

    private static func side(_ values: [(code: String, value: Double?)]) -> [String: Constant] {
        var byCode: [String: [Double]] = [:]
        for (code, value) in values { if let value { byCode[code, default: []].append(value) } }
        return byCode.mapValues { values in
            let count = Double(values.count)
            let mean = values.reduce(0, +) / count
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return Constant(
                count: values.count, mean: mean, standardDeviation: (squares / count).squareRoot(), minimum: values.min() ?? mean,
                maximum: values.max() ?? mean)
        }
    }
}
