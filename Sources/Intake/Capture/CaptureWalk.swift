import Cohort
import Postgres

/// The walk through the relations of the contract, in its order.
struct CaptureWalk {
    let source: CaptureSource
    var intake: SnapshotIntake

    mutating func readAll(_ connection: borrowing Connection, progress: (String?) -> Void) throws {
        for relation in Contract.relations where source.catalogue.offers(relation) {
            progress(relation.name)
            switch relation.name {
            case Contract.participant.name: try readParticipants(connection)
            case Contract.scale.name: try readScales(connection)
            case Contract.assessment.name: try readAssessments(connection)
            case Contract.assessmentScore.name: try readScores(connection)
            case Contract.workplace.name: try readWorkplaces(connection)
            case Contract.idealProfile.name: try readProfiles(connection)
            case Contract.matchRun.name: try readRuns(connection)
            case Contract.matchResult.name: try readResults(connection)
            case Contract.choice.name: try readChoices(connection)
            case Contract.placement.name: try readPlacements(connection)
            case Contract.feedback.name: try readFeedback(connection)
            case Contract.invitation.name: try readInvitations(connection)
            case Contract.participantAbility.name: try readAbilities(connection)
            case Contract.workplaceDemand.name: try readDemands(connection)
            case Contract.travelTime.name: try readTravelTimes(connection)
            case Contract.employerContact.name: try readContacts(connection)
            default: preconditionFailure("relation \(relation.name) of the contract has no way into the snapshot")
            }
        }
    }

    /// Streams `columns` of the rows that `from` says; in the closure the fields come in the same order.
    func stream(
        _ connection: borrowing Connection, _ relation: ContractRelation, _ columns: [String], from: Query,
        eachRow: (inout Row) throws -> Void
    ) throws {
        let list = columns.map { Query.quote(identifier: relation.name) + "." + Query.quote(identifier: $0) }.joined(separator: ", ")
        try stream(connection, relation, columns, select: "SELECT \(unsafeSQL: list) FROM \(from)", eachRow: eachRow)
    }

    func stream(
        _ connection: borrowing Connection, _ relation: ContractRelation, _ columns: [String], select: Query,
        eachRow: (inout Row) throws -> Void
    ) throws {
        try connection.copy(select, of: relation.name, columns: columns, eachRow: eachRow)
    }
}
