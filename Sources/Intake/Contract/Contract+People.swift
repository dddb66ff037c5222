extension Contract {
    static let participant = ContractRelation(
        "participant", required: true, key: ["participant_id"],
        columns: [
            .key("participant_id"),
            .optional("birth_year", .smallint, .quasiIdentifier, becomes: "age band at the end of the period", for: ["groups by age band"]),
            .optional("gender", .text, .quasiIdentifier, rule: Codes.gender, for: ["groups by gender"]),
            .optional("municipality", .text, .quasiIdentifier, rule: .municipality, for: ["groups by municipality"]),
            .optional("education_level", .text, .quasiIdentifier, rule: Codes.educationLevel, for: ["groups by education level"]),
            .optional("preferred_language", .text, .special, rule: .languageTag, for: ["M9"]),
            .optional("dutch_level", .text, .quasiIdentifier, rule: Codes.dutchLevel, for: ["groups by level of Dutch"]),
            .optional(
                "benefit_since", .date, .quasiIdentifier, becomes: "duration band at the end of the period",
                for: ["groups by duration of benefit"]),
            .optional("target_group_register", .boolean, .special, for: ["groups by target group register"]),
            .optional("travel_max_minutes", .smallint, .quasiIdentifier, for: ["M29"]),
            .optional("hours_available", .smallint, .quasiIdentifier),
            .optional("intake_on", .date, .quasiIdentifier, becomes: "the Monday of its week", for: ["M9 (days from intake to test)", "M17"]),
            .optional("left_on", .date, .quasiIdentifier, becomes: ContractColumn.untilPeriodEnd, for: ["competing exits in M16, M17"]),
            .optional("left_reason", .text, rule: Codes.leftReason),
        ])

    static let scale = ContractRelation(
        "scale", required: true, key: ["scale_code"],
        columns: [
            .required("scale_code"),
            .required("component", rule: Codes.component),
            .required("label_nl"),
            .required("label_en"),
            .required("minimum", .doublePrecision),
            .required("maximum", .doublePrecision),
            .optional("language_free", .boolean, default: "false", for: ["anchors between test languages"]),
        ])

    static let assessment = ContractRelation(
        "assessment", required: true, key: ["assessment_id"],
        columns: [
            .key("assessment_id"),
            .key("participant_id"),
            .optional("supplier", rule: .label),
            .optional("battery_version", rule: .label, for: ["M25"]),
            .optional("norm_version", rule: .label, for: ["M25"]),
            .required("test_language", .text, .special, rule: .languageTag),
            .optional("mode", rule: Codes.mode, for: ["groups by test mode", "M9"]),
            .optional("started_at", .timestampWithTimeZone, becomes: ContractColumn.dayOnly, for: ["M9"]),
            .optional("completed_at", .timestampWithTimeZone, becomes: ContractColumn.dayOnly + "; " + ContractColumn.untilPeriodEnd, for: ["M9"]),
            .optional("completeness", .real, for: ["M9", "M10"]),
            .optional("quality_flag", rule: .ownCode, for: ["M10"]),
            .optionalKey("superseded_by", for: ["M10"]),
        ],
        references: [("participant_id", "participant", "participant_id"), ("superseded_by", "assessment", "assessment_id")])

    static let assessmentScore = ContractRelation(
        "assessment_score", required: true, key: ["assessment_id", "scale_code"],
        columns: [
            .key("assessment_id"),
            .required("scale_code"),
            .required("score", .doublePrecision, .confidential, nullable: true),
            .optional("standard_error", .doublePrecision, for: ["M8"]),
        ],
        references: [("assessment_id", "assessment", "assessment_id"), ("scale_code", "scale", "scale_code")])
}
