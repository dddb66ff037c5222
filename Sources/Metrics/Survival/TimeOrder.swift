/// Order of times, for follow-up of very many people.
package enum TimeOrder {
    /// Indices of `times` in ascending order; equal times keep their order. Times must be finite and not negative.
    ///
    /// Short lists are sorted by comparison, whole days by counting, other long lists by three passes of 11 bits over the times in
    /// fixed point, after which hardly anybody stands in the wrong place.
    package static func ascending(_ times: [Double]) -> [Int] {
        let count = times.count
        guard count >= 1500, count < 1 << 31 else { return compared(times) }
        let (low, high) = times.reduce((times[0], times[0])) { (min($0.0, $1), max($0.1, $1)) }
        if low >= 0, high < Double(4 * count), times.allSatisfy({ $0 == $0.rounded(.towardZero) }) {
            return counted(times, highest: Int(high))
        }
        let scale = 0x1p33 / (high - low)
        guard scale.isFinite, scale > 0 else { return compared(times) }
        // 33 bits of time above 31 of position; rounding down keeps the order but for ties within 2^-33 of the range.
        var keys = times.indices.map { UInt64(min(0x1p33 - 1, (times[$0] - low) * scale)) << 31 | UInt64($0) }
        var next = keys
        for shift in [UInt64(31), 42, 53] {
            var starts = [Int](repeating: 0, count: 2048)
            for key in keys { starts[Int(key >> shift & 2047)] += 1 }
            var sum = 0
            for digit in starts.indices { (starts[digit], sum) = (sum, sum + starts[digit]) }
            for key in keys {
                let digit = Int(key >> shift & 2047)
                next[starts[digit]] = key
                starts[digit] += 1
            }
            swap(&keys, &next)
        }
        return settled(keys.map { Int($0 & 0x7fff_ffff) }, times)
    }

    private static func compared(_ times: [Double]) -> [Int] {
        times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    }

    private static func counted(_ times: [Double], highest: Int) -> [Int] {
        var starts = [Int](repeating: 0, count: highest + 2)
        for time in times { starts[Int(time) + 1] += 1 }
        for day in 1..<starts.count { starts[day] += starts[day - 1] }
        var order = [Int](repeating: 0, count: times.count)
        for index in times.indices {
            let day = Int(times[index])
            order[starts[day]] = index
            starts[day] += 1
        }
        return order
    }

    /// Insertion for the few times that share their fixed-point value; lists in which many do are sorted by comparison.
    private static func settled(_ nearly: [Int], _ times: [Double]) -> [Int] {
        var order = nearly
        var moves = 0
        for position in order.indices.dropFirst() {
            let index = order[position]
            let time = times[index]
            var place = position
            while place > 0, times[order[place - 1]] > time {
                order[place] = order[place - 1]
                place -= 1
                moves += 1
            }
            order[place] = index
            if moves > 4 * order.count { return compared(times) }
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
