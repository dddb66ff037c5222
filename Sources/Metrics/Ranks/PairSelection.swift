/// The k-th smallest of all pairwise differences, or of all pairwise means, without making them.
///
/// The search halves the range of doubles themselves (64 steps at most) and counts in each step, by two fingers over sorted lists, how many
/// pairs lie at or below: O(N) memory, O(64 N) time, and the result is one of the pairs' values to the last bit.
package enum PairSelection {
    /// k-th smallest (from 1) of x - y over all x of `first` and y of `second`, both ascending and finite.
    package static func difference(_ k: Int, first: [Double], second: [Double]) -> Double {
        smallest(low: first[0] - second[second.count - 1], high: first[first.count - 1] - second[0]) { bound in
            var below = 0
            var j = 0
            for value in first {
                while j < second.count, value - second[j] > bound { j += 1 }
                below += second.count - j
            }
            return below >= k
        }
    }

    /// k-th smallest (from 1) of (x_i + x_j)/2 over i <= j (Walsh averages); `values` ascending and finite.
    package static func walshAverage(_ k: Int, of values: [Double]) -> Double {
        smallest(low: values[0], high: values[values.count - 1]) { bound in
            // For each i the j >= i at or below the bound; the right finger only moves left.
            var below = 0
            var end = values.count
            for (i, value) in values.enumerated() {
                while end > i, value / 2 + values[end - 1] / 2 > bound { end -= 1 }
                if end <= i { break }
                below += end - i
            }
            return below >= k
        }
    }

    /// The smallest double in [low, high] for which `isEnough` holds; it holds at `high`.
    private static func smallest(low: Double, high: Double, isEnough: (Double) -> Bool) -> Double {
        var (below, above) = (place(low), place(high))
        while below < above {
            let middle = (below & above) + ((below ^ above) >> 1)
            if isEnough(value(middle)) { above = middle } else { below = middle + 1 }
        }
        // Minus zero sorts before zero here; give the ordinary one.
        return value(above) + 0
    }

    /// Doubles in ascending order as whole numbers in ascending order.
    private static func place(_ value: Double) -> Int64 {
        let bits = Int64(bitPattern: value.bitPattern)
        return bits ^ ((bits >> 63) & Int64.max)
    }

    private static func value(_ place: Int64) -> Double {
        Double(bitPattern: UInt64(bitPattern: place ^ ((place >> 63) & Int64.max)))
    }
}
