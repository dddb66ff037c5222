/// Runs of equal values in a sorted list, as tie corrections need them: sums over runs of length t.
struct TieRuns {
    /// t(t-1)/2
    private(set) var pairs = 0
    /// t(t-1)(2t+5)
    private(set) var cubic = 0.0
    /// t(t-1)(t-2)
    private(set) var triples = 0.0

    init(_ sorted: [Double]) {
        self.init(count: sorted.count) { sorted[$0] == sorted[$1] }
    }

    /// - Parameter same: are two neighbours equal?
    init(count: Int, same: (Int, Int) -> Bool) {
        var start = 0
        while start < count {
            var end = start + 1
            while end < count, same(end - 1, end) { end += 1 }
            let t = end - start
            let couples = Double(t) * Double(t - 1)
            pairs += t * (t - 1) / 2
            cubic += couples * Double(2 * t + 5)
            triples += couples * Double(t - 2)
            start = end
        }
    }
}
