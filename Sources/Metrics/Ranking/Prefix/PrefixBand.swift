/// For each prefix of a list the fewest and the most marked items it may have.
package struct PrefixBand: Sendable, Equatable {
    /// Element i - 1 belongs to the first i items. nil: no bound on that side.
    package let minimum: [Int]?
    package let maximum: [Int]?

    package init(minimum: [Int]?, maximum: [Int]?) {
        self.minimum = minimum
        self.maximum = maximum
    }

    /// Chance that a list of `length` items leaves the band at any prefix, the last one included.
    ///
    /// The recursion over (prefix, count): what is still inside after i items moves to i + 1, what falls outside is added up.
    /// Exact but for rounding (all terms positive) and for counts on the side without a bound, which are let go when fewer than
    /// 1e-20 of the lists have them; such a list is less likely to leave the band than the average one, so the relative error
    /// stays below length * 1e-20. Time: length times the width of the band.
    package func escapeProbability<Null: PrefixNull>(_ null: Null, length: Int) -> Double {
        var mass = [Double](repeating: 0, count: length + 2)
        var moved = mass
        mass[0] = 1
        var low = 0
        var high = 0
        var escaped = 0.0
        for taken in 0..<length {
            let next = null.next(after: taken)
            moved[low] = mass[low] * max(0, (next.rest + next.step * Double(low)) * next.scale)
            for count in stride(from: low + 1, through: high, by: 1) {
                let before = Double(count - 1)
                moved[count] = mass[count] * ((next.rest + next.step * Double(count)) * next.scale)
                    + mass[count - 1] * ((next.marked - next.step * before) * next.scale)
            }
            moved[high + 1] = mass[high] * max(0, (next.marked - next.step * Double(high)) * next.scale)
            high += 1
            swap(&mass, &moved)
            if let minimum {
                while low <= high, low < minimum[taken] {
                    escaped += mass[low]
                    low += 1
                }
            } else {
                while low < high, mass[low] < Self.negligible { low += 1 }
            }
            if let maximum {
                while high >= low, high > maximum[taken] {
                    escaped += mass[high]
                    high -= 1
                }
            } else {
                while high > low, mass[high] < Self.negligible { high -= 1 }
            }
            if low > high { break }
        }
        return min(1, escaped)
    }

    /// The first prefix (its length) whose count lies outside, given the marks in list order; nil when there is none.
    package func firstEscape(of marks: [Bool]) -> Int? {
        var count = 0
        for (index, mark) in marks.enumerated() {
            if mark { count += 1 }
            if let minimum, count < minimum[index] { return index + 1 }
            if let maximum, count > maximum[index] { return index + 1 }
        }
        return nil
    }

    private static let negligible = 1e-22
}
