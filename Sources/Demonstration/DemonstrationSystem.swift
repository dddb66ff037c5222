import Intake
import Metrics

/// Which kind of system the demonstration municipality works with; the raw value is the name of its configuration.
public enum DemonstrationSystem: String, CaseIterable, Sendable {
    /// Test, ideal profiles, a ranked list, and a counsellor who chooses from it.
    case ikZoek = "ik-zoek"
    /// A platform on which residents and employers find each other: invitations, abilities, travel, contacts in both directions.
    case halloWerk = "hallowerk"

    public var name: String {
        switch self {
        case .ikZoek: "Ik zoek"
        case .halloWerk: "HalloWerk"
        }
    }

    /// Optional relations of the contract that the system has; the others it does not offer.
    var optionalRelations: Set<String> {
        switch self {
        case .ikZoek: ["choice", "placement", "feedback"]
        case .halloWerk:
            ["placement", "feedback", "invitation", "participant_ability", "workplace_demand", "travel_time", "employer_contact"]
        }
    }

    func offers(_ relation: ContractRelation) -> Bool { relation.isRequired || optionalRelations.contains(relation.name) }

    /// What random draws start from, so that one seed gives two towns that have nothing in common.
    func streams(_ seed: UInt64) -> UInt64 {
        switch self {
        case .ikZoek: seed
        case .halloWerk: CounterRandom.bits(seed: seed, participant: 0x4877, replicate: 0)
        }
    }
}
