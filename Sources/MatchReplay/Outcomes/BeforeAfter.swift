/// The same thing under the baseline and under the scenario.
public struct BeforeAfter<Value: Sendable & Equatable>: Sendable, Equatable {
    public let before: Value
    public let after: Value

    public init(before: Value, after: Value) {
        self.before = before
        self.after = after
    }

    public var isChanged: Bool { before != after }
}

extension BeforeAfter<Double> {
    public var change: Double { after - before }
}
