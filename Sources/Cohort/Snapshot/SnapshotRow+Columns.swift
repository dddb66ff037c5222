import GRDB

// Rows of which there are several for every person, read by the place of their columns: looking for each by its name is most of the time that a
// large snapshot takes to read. The order is that of `SnapshotSchema`; `*` keeps it.

extension Participant {
    public init(row: Row) throws {
        self.init(participantId: try row.value(0))
        ageBand = try row.value(1)
        gender = try row.value(2)
        municipality = try row.value(3)
        educationLevel = try row.value(4)
        preferredLanguage = try row.value(5)
        dutchLevel = try row.value(6)
        benefitDuration = try row.value(7)
        targetGroupRegister = try row.value(8)
        travelMaxMinutes = try row.value(9)
        hoursAvailable = try row.value(10)
        intakeWeek = try row.value(11)
        firstRunOn = try row.value(12)
        leftOn = try row.value(13)
        leftReason = try row.value(14)
    }
}

extension Assessment {
    public init(row: Row) throws {
        self.init(assessmentId: try row.value(0), participantId: try row.value(1), testLanguage: try row.value(5))
        supplier = try row.value(2)
        batteryVersion = try row.value(3)
        normVersion = try row.value(4)
        mode = try row.value(6)
        startedOn = try row.value(7)
        completedOn = try row.value(8)
        completeness = try row.value(9)
        qualityFlag = try row.value(10)
        supersededBy = try row.value(11)
    }
}

extension AssessmentScore {
    public init(row: Row) throws {
        self.init(assessmentId: try row.value(0), scaleCode: try row.value(1), score: try row.value(2), standardError: try row.value(3))
    }
}

extension MatchRun {
    public init(row: Row) throws {
        self.init(
            matchRunId: try row.value(0), participantId: try row.value(1), assessmentId: try row.value(2), algorithmVersion: try row.value(3),
            executedOn: try row.value(4), sequence: try row.value(5))
    }
}

extension Choice {
    public init(row: Row) throws {
        self.init(choiceId: try row.value(0), matchRunId: try row.value(1), decidedOn: try row.value(5), sequence: try row.value(6))
        counsellorId = try row.value(2)
        chosenWorkplaceId = try row.value(3)
        overrideReason = try row.value(4)
    }
}

extension Row {
    /// - Throws: where the column holds something else, or nothing and `Value` is not optional.
    func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ column: Int) throws -> Value {
        try decode(Value.self, atIndex: column)
    }
}
