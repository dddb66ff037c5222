/// Pairs that stand in the wrong order.
enum Inversions {
    /// Sorts by merging and returns how many pairs stood in the wrong order (equal values never do).
    static func sort(_ values: inout [Double]) -> Int {
        var inversions = 0
        var width = 1
        var merged = values
        while width < values.count {
            var start = 0
            while start < values.count {
                let middle = min(start + width, values.count)
                let end = min(start + 2 * width, values.count)
                var left = start
                var right = middle
                for target in start..<end {
                    if left < middle, right >= end || values[left] <= values[right] {
                        merged[target] = values[left]
                        left += 1
                    } else {
                        inversions += middle - left
                        merged[target] = values[right]
                        right += 1
                    }
                }
                start = end
            }
            swap(&values, &merged)
            width *= 2
        }
        return inversions
    }

    /// P(as few inversions, or as many, as this) in a random order of n: twice the smaller tail, at most 1.
    static func twoSided(_ inversions: Int, of n: Int) -> Double {
        let pairs = n * (n - 1) / 2
        let few = min(inversions, pairs - inversions)
        if 2 * few == pairs { return 1 }
        // chance[k]: a random order of the first `size` has k inversions; the next one adds 0...size of them, equally likely.
        var chance = [Double](repeating: 0, count: few + 1)
        chance[0] = 1
        for size in stride(from: 1, to: n, by: 1) {
            var next = chance
            for k in 0...few {
                next[k] = chance[max(0, k - size)...k].reduce(0, +) / Double(size + 1)
            }
            chance = next
        }
        return min(1, 2 * CompensatedSum(chance).value)
    }
}
