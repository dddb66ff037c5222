/// A figure that may be printed, or the fact that it may not.
public enum Shown<Value: Sendable & Equatable>: Sendable, Equatable {
    case shown(Value)
    /// Too few people, or needed to protect such a group. Which of the two is not told: that alone would narrow it down.
    case withheld

    public var value: Value? {
        if case .shown(let value) = self { return value }
        return nil
    }
}
