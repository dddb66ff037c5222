/// Order of times, for follow-up of very many people.
package enum TimeOrder {
    /// Indices of `times` in ascending order; equal times keep their order. Times must be finite and not negative.
    ///
    /// The bits of such numbers order as the numbers do. Short lists are sorted by comparison, long ones digit by digit (least
    /// significant first, 11 bits a pass; passes in which all digits agree are left out).
    package static func ascending(_ times: [Double]) -> [Int] {
        // Adding zero turns -0 into 0.
        let keys = times.map { ($0 + 0).bitPattern }
        if keys.count < 1500 {
            return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        }
        var order = Array(keys.indices)
        var sorted = keys
        var nextOrder = order
        var nextSorted = sorted
        for shift in stride(from: UInt64(0), to: 64, by: 11) {
            var starts = [Int](repeating: 0, count: 2048)
            for key in sorted { starts[Int((key >> shift) & 2047)] += 1 }
            if starts.contains(sorted.count) { continue }
            var sum = 0
            for digit in starts.indices { (starts[digit], sum) = (sum, sum + starts[digit]) }
            for position in sorted.indices {
                let key = sorted[position]
                let digit = Int((key >> shift) & 2047)
                nextSorted[starts[digit]] = key
                nextOrder[starts[digit]] = order[position]
                starts[digit] += 1
            }
            swap(&sorted, &nextSorted)
            swap(&order, &nextOrder)
        }
        return order
    }

    /// How many of the ascending `times` lie before `time`.
    package static func count(_ times: [Double], before time: Double) -> Int {
        partition(times) { $0 < time }
    }

    /// How many of the ascending `times` lie at or before `time`.
    package static func count(_ times: [Double], upTo time: Double) -> Int {
        partition(times) { $0 <= time }
    }

    private static func partition(_ times: [Double], _ isBefore: (Double) -> Bool) -> Int {
        var low = 0
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if isBefore(times[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
