/// The codes that the contract lists. Anything else in such a column is unknown to the audit.
public enum Codes {
    public static let gender = CodeRule.oneOf(["female", "male", "other"])
    public static let educationLevel = CodeRule.oneOf(["low", "middle", "high"])
    /// The levels of the Common European Framework of Reference, with A0 for none.
    public static let dutchLevel = CodeRule.oneOf(["A0", "A1", "A2", "B1", "B2", "C1", "C2"])
    public static let leftReason = CodeRule.oneOf(["own_work", "moved", "ineligible", "other"])
    public static let component = CodeRule.oneOf(["personality", "capacity", "competence"])
    public static let mode = CodeRule.oneOf(["online", "paper", "assisted"])
    public static let workKind = CodeRule.oneOf(["paid", "benefit_retained", "sheltered", "day_activity"])
    public static let endReason = CodeRule.oneOf(["no_match", "contract_ended", "promoted", "moved", "other"])
    public static let feedbackSource = CodeRule.oneOf(["participant", "employer", "counsellor"])
    public static let invitationResponse = CodeRule.oneOf(["accepted", "declined"])
    public static let route = CodeRule.oneOf(["self_service", "guided"])
    public static let initiator = CodeRule.oneOf(["employer", "participant"])
    public static let contactOutcome = CodeRule.oneOf(["interview", "hired", "rejected", "none"])
}
