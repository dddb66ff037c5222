/// Why a gate could not be held. Messages name files, cores and rules, never a person's value.
public enum GateError: Error, Sendable, Equatable, CustomStringConvertible {
    /// thresholds.json has no section `gate`.
    case noLimits
    case nobody
    /// Fewer people than any figure may be shown about.
    case tooFewPeople(minimum: Int)
    case sealOfAnotherCore(sealed: String, baseline: String)
    case core(role: String, problem: String)
    case statistics(String)
    case disclosure(rule: String, place: String)
    case unreadable(String)

    /// Whether it was stopped to protect people.
    public var protectsPeople: Bool {
        switch self {
        case .tooFewPeople, .disclosure: true
        default: false
        }
    }

    public var description: String {
        switch self {
        case .noLimits:
            "The limits have no section \"gate\", so nothing says how much worse a list may become. Copy the section from the project's thresholds.json and have it signed."
        case .nobody:
            "The snapshot holds no match run of anybody, so there is no list to compare. Capture a period in which people were matched."
        case .tooFewPeople(let minimum):
            "The snapshot holds fewer than \(minimum) people with a list, and nothing may be shown about so few. Capture a longer period."
        case .sealOfAnotherCore(let sealed, let baseline):
            "The snapshot was sealed with core \(sealed.prefix(12))..., and the baseline is \(baseline.prefix(12))...: how well the baseline reproduces production is not known. Capture again with --core set to the baseline."
        case .core(let role, let problem): "Replaying the \(role): \(problem)"
        case .statistics(let reason): "Judging the changes: \(reason)"
        case .disclosure(let rule, let place): "Stopped before anything was written: \(place) would show fewer people than rule \"\(rule)\" allows. This is a defect; please report it."
        case .unreadable(let what): what
        }
    }
}
