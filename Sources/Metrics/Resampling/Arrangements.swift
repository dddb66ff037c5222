/// Ways to deal people out to two sides, walked through one by one or drawn.
enum Arrangements {
    /// "n choose k" when it is at most `limit`, nil above.
    static func count(_ n: Int, choose k: Int, limit: Int) -> Int? {
        var count = 1
        for step in 1...max(1, min(k, n - k)) where min(k, n - k) > 0 {
            // Whole at every step: a product of `step` consecutive numbers is divisible by step!.
            let (product, overflow) = count.multipliedReportingOverflow(by: n - min(k, n - k) + step)
            guard !overflow else { return nil }
            count = product / step
            guard count <= limit else { return nil }
        }
        return count
    }

    /// Calls `visit` with every choice of `k` places out of 0..<n, in lexicographic order.
    static func forEach(_ n: Int, choose k: Int, _ visit: ([Int]) -> Void) {
        var chosen = Array(0..<k)
        while true {
            visit(chosen)
            guard let place = chosen.indices.last(where: { chosen[$0] < n - k + $0 }) else { return }
            chosen[place] += 1
            for next in (place + 1)..<max(place + 1, k) { chosen[next] = chosen[next - 1] + 1 }
        }
    }
}
