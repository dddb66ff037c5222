// Who came, and what the test measured: the model after pseudonymisation.
// Nobody's birth year, key or time of day is here; `nil` means that production did not know, or used a code outside the contract.

/// A resident who took part. Quasi-identifiers are bands, dates are as coarse as the indicators allow.
public struct Participant: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "participant"

    public var participantId: Pseudonym
    public var ageBand: String?
    public var gender: String?
    public var municipality: String?
    public var educationLevel: String?
    public var preferredLanguage: String?
    public var dutchLevel: String?
    public var benefitDuration: String?
    public var targetGroupRegister: Bool?
    public var travelMaxMinutes: Int?
    public var hoursAvailable: Int?
    /// The Monday of the week of the intake.
    public var intakeWeek: Day?
    /// The day of this person's very first match run, over all history: time zero for outcomes.
    public var firstRunOn: Day?
    public var leftOn: Day?
    public var leftReason: String?

    public init(participantId: Pseudonym) { self.participantId = participantId }
}

/// One measured dimension.
public struct Scale: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "scale"

    public var scaleCode: String
    /// `personality`, `capacity` or `competence`.
    public var component: String
    public var labelNl: String
    public var labelEn: String
    public var minimum: Double
    public var maximum: Double
    public var languageFree: Bool

    public init(scaleCode: String, component: String, labelNl: String, labelEn: String, minimum: Double, maximum: Double, languageFree: Bool) {
        self.scaleCode = scaleCode
        self.component = component
        self.labelNl = labelNl
        self.labelEn = labelEn
        self.minimum = minimum
        self.maximum = maximum
        self.languageFree = languageFree
    }
}

/// One sitting of the test.
public struct Assessment: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "assessment"

    public var assessmentId: Pseudonym
    public var participantId: Pseudonym
    public var supplier: String?
    public var batteryVersion: String?
    public var normVersion: String?
    /// BCP 47 tag.
    public var testLanguage: String
    public var mode: String?
    public var startedOn: Day?
    public var completedOn: Day?
    /// 0...1.
    public var completeness: Double?
    public var qualityFlag: String?
    public var supersededBy: Pseudonym?

    public init(assessmentId: Pseudonym, participantId: Pseudonym, testLanguage: String) {
        self.assessmentId = assessmentId
        self.participantId = participantId
        self.testLanguage = testLanguage
    }
}

/// One score of one sitting; `score` is `nil` when the scale was not measured, and never NaN.
public struct AssessmentScore: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "assessment_score"

    public var assessmentId: Pseudonym
    public var scaleCode: String
    public var score: Double?
    public var standardError: Double?

    public init(assessmentId: Pseudonym, scaleCode: String, score: Double?, standardError: Double? = nil) {
        self.assessmentId = assessmentId
        self.scaleCode = scaleCode
        self.score = score
        self.standardError = standardError
    }
}
