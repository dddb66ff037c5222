import Cohort
import Intake

/// A row of the contract as texts that PostgreSQL reads, by column; `nil` = NULL.
protocol ContractRow {
    static var relation: String { get }
    var fields: [(column: String, text: String?)] { get }
}

private func text(_ number: Int?) -> String? { number.map(String.init) }
private func text(_ number: Double?) -> String? { number.map { "\($0)" } }
private func text(_ flag: Bool?) -> String? { flag.map { $0 ? "true" : "false" } }
private func text(_ day: Day?) -> String? { day?.iso }
/// A moment of that day in the demonstration's time zone; later for later numbers, so that the order of a day is kept.
private func moment(_ day: Day?, number: Int = 0) -> String? {
    day.map { "\($0.iso) 09:\(number < 10 ? "0" : "")\(number):00+00" }
}

extension ParticipantRecord: ContractRow {
    static let relation = "participant"
    var fields: [(column: String, text: String?)] {
        [
            ("participant_id", participantId), ("birth_year", text(birthYear)), ("gender", gender), ("municipality", municipality),
            ("education_level", educationLevel), ("preferred_language", preferredLanguage), ("dutch_level", dutchLevel),
            ("benefit_since", text(benefitSince)), ("target_group_register", text(targetGroupRegister)),
            ("travel_max_minutes", text(travelMaxMinutes)), ("hours_available", text(hoursAvailable)), ("intake_on", text(intakeOn)),
            ("left_on", text(leftOn)), ("left_reason", leftReason),
        ]
    }
}

extension ScaleRecord: ContractRow {
    static let relation = "scale"
    var fields: [(column: String, text: String?)] {
        [
            ("scale_code", scaleCode), ("component", component), ("label_nl", labelNl), ("label_en", labelEn), ("minimum", text(minimum)),
            ("maximum", text(maximum)), ("language_free", text(languageFree)),
        ]
    }
}

extension AssessmentRecord: ContractRow {
    static let relation = "assessment"
    var fields: [(column: String, text: String?)] {
        [
            ("assessment_id", assessmentId), ("participant_id", participantId), ("supplier", supplier), ("battery_version", batteryVersion),
            ("norm_version", normVersion), ("test_language", testLanguage), ("mode", mode), ("started_at", moment(startedOn)),
            ("completed_at", moment(completedOn, number: 45)), ("completeness", text(completeness)), ("quality_flag", qualityFlag),
            ("superseded_by", supersededBy),
        ]
    }
}

extension AssessmentScoreRecord: ContractRow {
    static let relation = "assessment_score"
    var fields: [(column: String, text: String?)] {
        [("assessment_id", assessmentId), ("scale_code", scaleCode), ("score", text(score)), ("standard_error", text(standardError))]
    }
}

extension WorkplaceRecord: ContractRow {
    static let relation = "workplace"
    var fields: [(column: String, text: String?)] {
        [
            ("workplace_id", workplaceId), ("employer_id", employerId), ("crebo_code", creboCode), ("crebo_level", text(creboLevel)),
            ("sector", sector), ("work_kind", workKind), ("seats", text(seats)), ("minimum_hours", text(minimumHours)),
            ("active_from", text(activeFrom)), ("active_to", text(activeTo)), ("last_confirmed_on", text(lastConfirmedOn)),
        ]
    }
}

extension IdealProfileRecord: ContractRow {
    static let relation = "ideal_profile"
    var fields: [(column: String, text: String?)] {
        [
            ("workplace_id", workplaceId), ("profile_variant", profileVariant), ("scale_code", scaleCode), ("target", text(target)),
            ("weight", text(weight)),
        ]
    }
}

extension MatchRunRecord: ContractRow {
    static let relation = "match_run"
    var fields: [(column: String, text: String?)] {
        [
            ("match_run_id", matchRunId), ("participant_id", participantId), ("assessment_id", assessmentId),
            ("algorithm_version", algorithmVersion), ("executed_at", moment(executedOn, number: sequence)),
        ]
    }
}

extension MatchResultRecord: ContractRow {
    static let relation = "match_result"
    var fields: [(column: String, text: String?)] {
        [("match_run_id", matchRunId), ("workplace_id", workplaceId), ("rank", text(rank)), ("distance", text(distance))]
    }
}

extension ChoiceRecord: ContractRow {
    static let relation = "choice"
    var fields: [(column: String, text: String?)] {
        [
            ("choice_id", choiceId), ("match_run_id", matchRunId), ("counsellor_id", counsellorId), ("chosen_workplace_id", chosenWorkplaceId),
            ("override_reason", overrideReason), ("decided_at", moment(decidedOn, number: sequence)),
        ]
    }
}

extension PlacementRecord: ContractRow {
    static let relation = "placement"
    var fields: [(column: String, text: String?)] {
        [
            ("placement_id", placementId), ("participant_id", participantId), ("workplace_id", workplaceId), ("match_run_id", matchRunId),
            ("work_kind", workKind), ("started_on", text(startedOn)), ("ended_on", text(endedOn)), ("end_reason", endReason),
        ]
    }
}

extension FeedbackRecord: ContractRow {
    static let relation = "feedback"
    var fields: [(column: String, text: String?)] {
        [
            ("feedback_id", feedbackId), ("participant_id", participantId), ("match_run_id", matchRunId), ("source", source),
            ("score", text(score)), ("given_on", text(givenOn)), ("followed_up_on", text(followedUpOn)),
        ]
    }
}

extension InvitationRecord: ContractRow {
    static let relation = "invitation"
    var fields: [(column: String, text: String?)] {
        [
            ("participant_id", participantId), ("invited_on", text(invitedOn)), ("response", response), ("responded_on", text(respondedOn)),
            ("route", route), ("workshop", text(workshop)),
        ]
    }
}

extension ParticipantAbilityRecord: ContractRow {
    static let relation = "participant_ability"
    var fields: [(column: String, text: String?)] {
        [
            ("participant_id", participantId), ("can_stand", text(canStand)), ("can_sit", text(canSit)), ("can_bend", text(canBend)),
            ("can_lift", text(canLift)), ("directly_approachable", text(directlyApproachable)),
        ]
    }
}

extension WorkplaceDemandRecord: ContractRow {
    static let relation = "workplace_demand"
    var fields: [(column: String, text: String?)] {
        [
            ("workplace_id", workplaceId), ("standing", text(standing)), ("sitting", text(sitting)), ("bending", text(bending)),
            ("lifting", text(lifting)),
        ]
    }
}

extension TravelTimeRecord: ContractRow {
    static let relation = "travel_time"
    var fields: [(column: String, text: String?)] {
        [("participant_id", participantId), ("workplace_id", workplaceId), ("minutes", text(minutes))]
    }
}

extension EmployerContactRecord: ContractRow {
    static let relation = "employer_contact"
    var fields: [(column: String, text: String?)] {
        [
            ("contact_id", contactId), ("employer_id", employerId), ("participant_id", participantId), ("workplace_id", workplaceId),
            ("initiated_by", initiatedBy), ("shown_rank", text(shownRank)), ("contacted_on", text(contactedOn)), ("outcome", outcome),
        ]
    }
}
