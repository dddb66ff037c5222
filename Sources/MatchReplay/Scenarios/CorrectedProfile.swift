import Cohort

/// Every list made from the assessment that later took the place of the one it was made from.
///
/// Chains of corrections are followed to their end. The run keeps its day and its places.
public struct CorrectedProfile: Scenario {
    public let id = "corrected_profile"
    public let summary = "The corrected profile in place of the one it superseded"

    public init() {}

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        let assessments = Dictionary(input.snapshot.assessments.map { ($0.assessmentId, $0) }, uniquingKeysWith: { first, _ in first })
        var changed = input
        for (index, run) in input.snapshot.runs.enumerated() {
            changed.snapshot.runs[index].assessmentId = try Self.correction(of: run, assessments)
        }
        return changed
    }

    /// The assessment at the end of the chain of corrections; the run's own where there is none.
    package static func correction(of run: MatchRun, _ assessments: [Pseudonym: Assessment]) throws(ScenarioError) -> Pseudonym {
        guard var current = assessments[run.assessmentId] else { return run.assessmentId }
        var seen: Set<Pseudonym> = [current.assessmentId]
        while let next = current.supersededBy {
            guard seen.insert(next).inserted else { throw .supersededInCircle }
            guard let correction = assessments[next], correction.participantId == run.participantId else { throw .supersededElsewhere }
            current = correction
        }
        return current.assessmentId
    }
}
