/// How many people a scenario brings nearer, how many it takes farther: one value, so that neither is printed without the other.
public struct GainsAndLosses: Sendable, Equatable {
    public let gain: Int
    public let lose: Int
    public let unchanged: Int
    /// Without a list on one side, or without a common unit.
    public let unavailable: Int

    public init(gain: Int, lose: Int, unchanged: Int, unavailable: Int) {
        self.gain = gain
        self.lose = lose
        self.unchanged = unchanged
        self.unavailable = unavailable
    }

    /// - Parameters:
    ///   - values: one per person; less is better.
    ///   - tolerance: a change of at most so large a share of the larger value is rounding and counts as unchanged.
    init(_ values: [Result<BeforeAfter<Double>, Unavailable>], tolerance: Double) {
        var (gain, lose, unchanged, unavailable) = (0, 0, 0, 0)
        for value in values {
            switch value {
            case .success(let pair) where abs(pair.change) <= tolerance * max(abs(pair.before), abs(pair.after)): unchanged += 1
            case .success(let pair): if pair.change < 0 { gain += 1 } else { lose += 1 }
            case .failure: unavailable += 1
            }
        }
        self.init(gain: gain, lose: lose, unchanged: unchanged, unavailable: unavailable)
    }

    var cells: [Int] { [gain, lose, unchanged, unavailable] }
}

/// How many people get something else: neither better nor worse by itself.
public struct Changes: Sendable, Equatable {
    public let changed: Int
    public let unchanged: Int
    public let unavailable: Int

    public init(changed: Int, unchanged: Int, unavailable: Int) {
        self.changed = changed
        self.unchanged = unchanged
        self.unavailable = unavailable
    }

    init<Value>(_ values: [Result<BeforeAfter<Value>, Unavailable>]) {
        var (changed, unchanged, unavailable) = (0, 0, 0)
        for value in values {
            switch value {
            case .success(let pair): if pair.isChanged { changed += 1 } else { unchanged += 1 }
            case .failure: unavailable += 1
            }
        }
        self.init(changed: changed, unchanged: unchanged, unavailable: unavailable)
    }

    var cells: [Int] { [changed, unchanged, unavailable] }
}
