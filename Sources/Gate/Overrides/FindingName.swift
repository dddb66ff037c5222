import Audit
import Cohort

/// The id of a finding, as overrides must spell it: `<indicator>.<attribute>.<group>@baseline` or `@anchor`.
enum FindingName {
    /// The attribute, and the group, of the whole cohort.
    static let everybody = "everybody"

    /// Why an override cannot name this; `nil` when it can.
    static func problem(with id: String) -> String? {
        if id.hasPrefix("invariant.") || id == "fidelity" {
            return "\"\(id)\" cannot be let pass: an override covers findings about groups, never a broken promise or a baseline that does not reproduce production"
        }
        // Codes of groups hold no space and no @, but may hold dots and signs such as < and +.
        guard let parts = id.wholeMatch(of: /([^.@\s]+)\.([^.@\s]+)\.[^@\s]+@([^@\s]+)/) else {
            return "\"\(id)\" is not the id of a finding; copy it from gate.json, such as M2.test_language.ar@baseline"
        }
        let attributes = Attribute.standard.map(\.rawValue) + [everybody]
        return unknown(String(parts.1), among: GateLimits.indicatorIDs, what: "indicator", in: id)
            ?? unknown(String(parts.2), among: attributes, what: "attribute", in: id)
            ?? unknown(String(parts.3), among: GateFinding.Against.allCases.map(\.rawValue), what: "comparison", in: id)
    }

    private static func unknown(_ text: String, among known: [String], what: String, in id: String) -> String? {
        known.contains(text) ? nil : "\"\(id)\": \(what) \"\(text)\" is not known\(Spelling.suggestion(for: text, among: known)); it is one of \(known.joined(separator: ", "))"
    }
}
