extension Contract {
    static let invitation = ContractRelation(
        "invitation", required: false, key: ["participant_id", "invited_on"], for: ["M28"],
        columns: [
            .key("participant_id"),
            .required("invited_on", .date),
            .optional("response", rule: Codes.invitationResponse, for: ["M28"]),
            .optional("responded_on", .date, becomes: ContractColumn.untilPeriodEnd),
            .optional("route", rule: Codes.route, for: ["M28 by route"]),
            .optional("workshop", .boolean),
        ],
        references: [("participant_id", "participant", "participant_id")])

    static let participantAbility = ContractRelation(
        "participant_ability", required: false, key: ["participant_id"], for: ["comparison of abilities and demands"],
        columns: [.key("participant_id")]
            + ["can_stand", "can_sit", "can_bend", "can_lift"].map { .optional($0, .boolean, .special) }
            + [.optional("directly_approachable", .boolean, .confidential, for: ["M22"])],
        references: [("participant_id", "participant", "participant_id")])

    static let travelTime = ContractRelation(
        "travel_time", required: false, key: ["participant_id", "workplace_id"], for: ["M29"],
        columns: [
            .key("participant_id"),
            .required("workplace_id"),
            .required("minutes", .smallint),
        ],
        references: [("participant_id", "participant", "participant_id"), ("workplace_id", "workplace", "workplace_id")])

    static let employerContact = ContractRelation(
        "employer_contact", required: false, key: ["contact_id"], for: ["M4", "M22", "M28 (contacts)"],
        columns: [
            .key("contact_id"),
            .required("employer_id", .text, .confidential, becomes: ContractColumn.pseudonym),
            .key("participant_id"),
            .optional("workplace_id"),
            .required("initiated_by", rule: Codes.initiator),
            .optional("shown_rank", .integer, for: ["M4"]),
            .required("contacted_on", .date),
            .optional("outcome", rule: Codes.contactOutcome, for: ["M22"]),
        ],
        references: [("participant_id", "participant", "participant_id"), ("workplace_id", "workplace", "workplace_id")])
}
