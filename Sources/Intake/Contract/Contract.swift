/// The audit contract as data: which relations and columns the audit reads, and nothing else.
///
/// A municipality offers them as views in schema `fairness_audit`, to a role that can only read; tables do as well.
public enum Contract {
    /// Written into every snapshot; raised whenever a relation or column changes its meaning.
    public static let version = "1"
    public static let defaultSchema = "fairness_audit"

    /// In an order in which a row only ever names rows of relations before it.
    public static let relations: [ContractRelation] = [
        participant, scale, assessment, assessmentScore, workplace, idealProfile, matchRun, matchResult,
        choice, placement, feedback,
        invitation, participantAbility, workplaceDemand, travelTime, employerContact,
    ]

    public static func relation(_ name: String) -> ContractRelation? {
        relations.first { $0.name == name }
    }

    /// Column by `relation.column` -> what happens to it, for the manifest.
    public static var transformations: [String: String] {
        var found: [String: String] = [:]
        for relation in relations {
            for column in relation.columns {
                found["\(relation.name).\(column.name)"] = column.transformation
            }
        }
        return found
    }
}
