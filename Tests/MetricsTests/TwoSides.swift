import Metrics

/// Two small sides of generated values for properties of two-sample statistics.
///
/// Values are multiples of 1/4, so that shifts and doublings are exact; every third case has few different values (ties), every tenth is
/// constant.
struct TwoSides {
    var group: [Double]
    var reference: [Double]

    static func random(_ random: inout SeededRandom, atMost: Int = 8) -> TwoSides {
        let kind = random.index(below: 30)
        let values = kind < 3 ? 1 : kind < 12 ? 6 : 4_000
        func side() -> [Double] {
            (0..<(1 + random.index(below: atMost))).map { _ in Double(random.index(below: values) - values / 2) / 4 }
        }
        return TwoSides(group: side(), reference: side())
    }

    var swapped: TwoSides { TwoSides(group: reference, reference: group) }
    var doubled: TwoSides { TwoSides(group: group + group, reference: reference + reference) }

    func mapped(_ change: (Double) -> Double) -> TwoSides {
        TwoSides(group: group.map(change), reference: reference.map(change))
    }

    func shuffled(_ random: inout SeededRandom) -> TwoSides {
        var copy = self
        random.shuffle(&copy.group)
        random.shuffle(&copy.reference)
        return copy
    }

    var hasTies: Bool { Set(group + reference).count < group.count + reference.count }
    var isConstant: Bool { Set(group + reference).count == 1 }
    /// Every value of one side above all of the other.
    var isApart: Bool { group.min()! > reference.max()! || reference.min()! > group.max()! }
}

/// A figure of two sides, or why it has none: two outcomes can be compared either way.
enum Outcome: Equatable {
    case value(Double)
    case undefined(Undefined)

    init(_ compute: () throws -> Double) {
        do { self = .value(try compute()) } catch let reason as Undefined { self = .undefined(reason) } catch { self = .value(.nan) }
    }

    /// Same value up to a relative (or, below 1, absolute) difference, or the same reason.
    func isClose(to other: Outcome, sign: Double = 1, factor: Double = 1, within tolerance: Double = 0) -> Bool {
        switch (self, other) {
        case (.value(let a), .value(let b)):
            let expected = sign * factor * b
            return a == expected || abs(a - expected) <= tolerance * max(1, abs(expected))
        case (.undefined(let a), .undefined(let b)): return a == b
        default: return false
        }
    }

    /// Undefined for a stated reason, or a number.
    var isHonest: Bool {
        if case .value(let value) = self { return !value.isNaN }
        return true
    }
}
