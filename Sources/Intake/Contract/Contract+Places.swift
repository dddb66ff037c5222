extension Contract {
    static let workplace = ContractRelation(
        "workplace", required: true, key: ["workplace_id"],
        columns: [
            .required("workplace_id"),
            .optional("employer_id", .text, .confidential, becomes: ContractColumn.pseudonym, for: ["M22"]),
            .optional("crebo_code", rule: .label),
            .optional("crebo_level", .smallint, becomes: "unknown unless 1...4", for: ["M2 by level", "M13 (direction)"]),
            .optional("sector", rule: .label, for: ["M2 by sector", "M5"]),
            .required("work_kind", rule: Codes.workKind),
            .optional("seats", .integer),
            .optional("minimum_hours", .smallint),
            .required("active_from", .date),
            .optional("active_to", .date, for: ["M11", "M24 (places that ended are taken for active)"]),
            .optional("last_confirmed_on", .date, for: ["M11"]),
        ])

    static let idealProfile = ContractRelation(
        "ideal_profile", required: true, key: ["workplace_id", "profile_variant", "scale_code"],
        columns: [
            .required("workplace_id"),
            .optional("profile_variant", default: "''", rule: .label, becomes: "refused unless one line of at most 80 characters"),
            .required("scale_code"),
            .required("target", .doublePrecision),
            .optional("weight", .doublePrecision, default: "1"),
        ],
        references: [("workplace_id", "workplace", "workplace_id"), ("scale_code", "scale", "scale_code")])

    static let workplaceDemand = ContractRelation(
        "workplace_demand", required: false, key: ["workplace_id"], for: ["comparison of abilities and demands"],
        columns: [.required("workplace_id")]
            + ["standing", "sitting", "bending", "lifting"].map { .optional($0, .boolean) },
        references: [("workplace_id", "workplace", "workplace_id")])
}
