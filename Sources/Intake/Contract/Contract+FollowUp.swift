extension Contract {
    static let choice = ContractRelation(
        "choice", required: false, key: ["choice_id"], for: ["M12", "M13", "M14", "M15"],
        columns: [
            .key("choice_id"),
            .key("match_run_id"),
            .optionalKey("counsellor_id", for: ["M14"]),
            .optional("chosen_workplace_id", for: ["M12", "M13", "M14", "M15"]),
            .optional("override_reason", rule: .ownCode, for: ["M13 (share with a reason)"]),
            .required("decided_at", .timestampWithTimeZone, becomes: ContractColumn.dayOnly + ", with a number for the order of a person's choices"),
        ],
        references: [("match_run_id", "match_run", "match_run_id"), ("chosen_workplace_id", "workplace", "workplace_id")])

    static let placement = ContractRelation(
        "placement", required: false, key: ["placement_id"], for: ["M15", "M16", "M17", "M18", "M19", "M20"],
        columns: [
            .key("placement_id"),
            .key("participant_id"),
            .optional("workplace_id", for: ["M19", "M22"]),
            .optionalKey("match_run_id", for: ["M19"]),
            .required("work_kind", rule: Codes.workKind),
            .required("started_on", .date),
            .optional("ended_on", .date, becomes: ContractColumn.untilPeriodEnd, for: ["M18", "M19"]),
            .optional("end_reason", rule: Codes.endReason, for: ["M18 (early end without a match)"]),
        ],
        references: [
            ("participant_id", "participant", "participant_id"), ("workplace_id", "workplace", "workplace_id"),
            ("match_run_id", "match_run", "match_run_id"),
        ])

    static let feedback = ContractRelation(
        "feedback", required: false, key: ["feedback_id"], for: ["M21"],
        columns: [
            .key("feedback_id"),
            .optionalKey("participant_id", for: ["M21"]),
            .optionalKey("match_run_id"),
            .required("source", rule: Codes.feedbackSource),
            .optional("score", .smallint, becomes: "unknown unless 1...5", for: ["M21"]),
            .required("given_on", .date),
            .optional("followed_up_on", .date, becomes: ContractColumn.untilPeriodEnd, for: ["M21 (follow-up)"]),
        ],
        references: [("participant_id", "participant", "participant_id"), ("match_run_id", "match_run", "match_run_id")])
}
