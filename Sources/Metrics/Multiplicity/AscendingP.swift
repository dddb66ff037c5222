/// p values from small to large, equal ones together.
package enum AscendingP {
    package struct Tie {
        package let p: Double
        /// Position from 1 of the first of the equal values.
        package let rank: Int
        /// Where they stand in the input.
        package let indices: [Int]
        /// Position of the last of them.
        package var lastRank: Int { rank + indices.count - 1 }
    }

    package static func check(_ pValues: [Double], _ alpha: Double) throws(Undefined) {
        guard alpha.isFinite, pValues.allSatisfy({ !$0.isNaN }) else { throw .notFinite }
        guard alpha >= 0, alpha <= 1, pValues.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { throw .outsideRange }
    }

    package static func ties(_ pValues: [Double]) -> [Tie] {
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        var ties: [Tie] = []
        var start = 0
        while start < order.count {
            let p = pValues[order[start]]
            var end = start
            while end < order.count, pValues[order[end]] == p { end += 1 }
            ties.append(Tie(p: p, rank: start + 1, indices: Array(order[start..<end])))
            start = end
        }
        return ties
    }
}
