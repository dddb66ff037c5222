/// How and when one person's follow-up ended, counted in whole days from that person's time zero.
public struct Exit: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// The outcome itself, for example a placement.
        case event
        /// Left for another reason, after which the outcome cannot happen any more.
        case competing
        /// Still under observation when the data end, or lost from view.
        case censored
    }

    /// 0 or later; an event on day 0 happened on the first day.
    public let days: Int
    public let kind: Kind

    public init(days: Int, kind: Kind) {
        self.days = days
        self.kind = kind
    }
}
