import Cohort

extension Generaliser {
    public mutating func generalise(_ record: ParticipantRecord) -> Participant {
        var row = Participant(participantId: pseudonymiser.pseudonym(.participant, record.participantId))
        if let birthYear = record.birthYear {
            row.ageBand = ageBands.label(birthYear: birthYear, year: period.to.year)
            if row.ageBand == nil { countUnrecognised("participant.birth_year") }
        }
        row.gender = code(record.gender, Codes.gender, "participant.gender")
        row.municipality = code(record.municipality, .municipality, "participant.municipality")
        row.educationLevel = code(record.educationLevel, Codes.educationLevel, "participant.education_level")
        row.preferredLanguage = code(record.preferredLanguage, .languageTag, "participant.preferred_language")
        row.dutchLevel = code(record.dutchLevel, Codes.dutchLevel, "participant.dutch_level")
        row.benefitDuration = record.benefitSince.flatMap { BenefitDuration.label(since: $0, on: period.to) }
        row.targetGroupRegister = record.targetGroupRegister
        row.travelMaxMinutes = number(record.travelMaxMinutes, in: 0...1440, "participant.travel_max_minutes")
        row.hoursAvailable = number(record.hoursAvailable, in: 0...168, "participant.hours_available")
        row.intakeWeek = known(record.intakeOn)?.monday
        row.firstRunOn = known(record.firstRunOn)
        row.leftOn = known(record.leftOn)
        row.leftReason = row.leftOn == nil ? nil : code(record.leftReason, Codes.leftReason, "participant.left_reason")
        return row
    }

    public func generalise(_ record: ScaleRecord) throws(IntakeError) -> Scale {
        guard record.minimum < record.maximum, record.minimum.isFinite, record.maximum.isFinite else {
            throw .scaleBoundsReversed(scale: record.scaleCode)
        }
        return Scale(
            scaleCode: record.scaleCode, component: try requiredCode(record.component, Codes.component, "scale.component"),
            labelNl: record.labelNl, labelEn: record.labelEn, minimum: record.minimum, maximum: record.maximum,
            languageFree: record.languageFree)
    }

    public mutating func generalise(_ record: AssessmentRecord) throws(IntakeError) -> Assessment {
        var row = Assessment(
            assessmentId: pseudonymiser.pseudonym(.assessment, record.assessmentId),
            participantId: pseudonymiser.pseudonym(.participant, record.participantId),
            testLanguage: try requiredCode(record.testLanguage, .languageTag, "assessment.test_language"))
        row.supplier = code(record.supplier, .label, "assessment.supplier")
        row.batteryVersion = code(record.batteryVersion, .label, "assessment.battery_version")
        row.normVersion = code(record.normVersion, .label, "assessment.norm_version")
        row.mode = code(record.mode, Codes.mode, "assessment.mode")
        row.startedOn = known(record.startedOn)
        row.completedOn = known(record.completedOn)
        row.completeness = number(record.completeness, in: 0...1, "assessment.completeness")
        row.qualityFlag = code(record.qualityFlag, .ownCode, "assessment.quality_flag")
        row.supersededBy = optionalPseudonym(.assessment, record.supersededBy)
        return row
    }

    public mutating func generalise(_ record: AssessmentScoreRecord) throws(IntakeError) -> AssessmentScore {
        if let score = record.score { _ = try finite(score, "assessment_score.score") }
        if let error = record.standardError { _ = try finite(error, "assessment_score.standard_error") }
        return AssessmentScore(
            assessmentId: pseudonymiser.pseudonym(.assessment, record.assessmentId), scaleCode: record.scaleCode,
            score: record.score,
            standardError: number(record.standardError, in: 0...Double.greatestFiniteMagnitude, "assessment_score.standard_error"))
    }
}
