extension Contract {
    static let matchRun = ContractRelation(
        "match_run", required: true, key: ["match_run_id"],
        columns: [
            .key("match_run_id"),
            .key("participant_id"),
            .key("assessment_id"),
            .required("algorithm_version", rule: .label, becomes: "refused unless one line of at most 80 characters"),
            .required("executed_at", .timestampWithTimeZone, becomes: ContractColumn.dayOnly + ", with a number for the order of a person's runs"),
        ],
        references: [("participant_id", "participant", "participant_id"), ("assessment_id", "assessment", "assessment_id")])

    static let matchResult = ContractRelation(
        "match_result", required: true, key: ["match_run_id", "rank"],
        columns: [
            .key("match_run_id"),
            .required("workplace_id"),
            .required("rank", .integer),
            .optional("distance", .doublePrecision, for: ["M1, M12, M13, M19 by recorded distance"]),
        ],
        references: [("match_run_id", "match_run", "match_run_id"), ("workplace_id", "workplace", "workplace_id")])
}
