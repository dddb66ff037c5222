import Cohort

// The rows of the contract as production has them: keys, birth years and days. They live from the moment a row is read until it is
// generalised, and are never written anywhere. Both ways in, PostgreSQL and the demonstration, go through them.

/// A row of `participant`.
public struct ParticipantRecord: Sendable, Equatable {
    public var participantId: String
    public var birthYear: Int?
    public var gender: String?
    public var municipality: String?
    public var educationLevel: String?
    public var preferredLanguage: String?
    public var dutchLevel: String?
    public var benefitSince: Day?
    public var targetGroupRegister: Bool?
    public var travelMaxMinutes: Int?
    public var hoursAvailable: Int?
    public var intakeOn: Day?
    /// The day of this person's very first match run over all history: not a column, but counted from `match_run`.
    public var firstRunOn: Day?
    public var leftOn: Day?
    public var leftReason: String?

    public init(participantId: String) { self.participantId = participantId }
}

/// A row of `scale`.
public struct ScaleRecord: Sendable, Equatable {
    public var scaleCode: String
    public var component: String
    public var labelNl: String
    public var labelEn: String
    public var minimum: Double
    public var maximum: Double
    public var languageFree: Bool

    public init(
        scaleCode: String, component: String, labelNl: String, labelEn: String, minimum: Double, maximum: Double,
        languageFree: Bool = false
    ) {
        self.scaleCode = scaleCode
        self.component = component
        self.labelNl = labelNl
        self.labelEn = labelEn
        self.minimum = minimum
        self.maximum = maximum
        self.languageFree = languageFree
    }
}

/// A row of `assessment`.
public struct AssessmentRecord: Sendable, Equatable {
    public var assessmentId: String
    public var participantId: String
    public var supplier: String?
    public var batteryVersion: String?
    public var normVersion: String?
    public var testLanguage: String
    public var mode: String?
    /// The day of `started_at` in the capture's time zone.
    public var startedOn: Day?
    /// The day of `completed_at`; nil = not finished.
    public var completedOn: Day?
    public var completeness: Double?
    public var qualityFlag: String?
    public var supersededBy: String?

    public init(assessmentId: String, participantId: String, testLanguage: String) {
        self.assessmentId = assessmentId
        self.participantId = participantId
        self.testLanguage = testLanguage
    }
}

/// A row of `assessment_score`.
public struct AssessmentScoreRecord: Sendable, Equatable {
    public var assessmentId: String
    public var scaleCode: String
    public var score: Double?
    public var standardError: Double?

    public init(assessmentId: String, scaleCode: String, score: Double?, standardError: Double? = nil) {
        self.assessmentId = assessmentId
        self.scaleCode = scaleCode
        self.score = score
        self.standardError = standardError
    }
}
