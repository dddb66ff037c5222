/// A stretch of whole days, both ends included.
public struct Period: Hashable, Sendable, Codable {
    public let from: Day
    public let to: Day

    /// `nil` when `to` lies before `from`.
    public init?(from: Day, to: Day) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }

    public func contains(_ day: Day) -> Bool { from <= day && day <= to }

    public func contains(_ other: Period) -> Bool { from <= other.from && other.to <= to }
}
