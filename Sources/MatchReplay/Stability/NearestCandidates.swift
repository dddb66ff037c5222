import CDistance

/// The k nearest candidates for many rows of scores of one participant, in the order of the core.
struct NearestCandidates {
    let candidates: CandidatePlaces
    /// At most so many, and no more than there are candidates.
    let depth: Int

    init(_ candidates: CandidatePlaces, depth: Int) {
        self.candidates = candidates
        self.depth = min(depth, candidates.count)
    }

    /// By the kernel for nearest places. What a scale without a score would add to a sum is 0, so those that have one give the same bits.
    private func searched(rows: [Double], count: Int, _ measured: [Int], of scales: Int) -> [Int] {
        func columns(_ table: [Double]) -> [Double] {
            measured.flatMap { table[$0 * candidates.count..<($0 + 1) * candidates.count] }
        }
        let nearest = NearestPlaces(
            targets: columns(candidates.targets), weights: columns(candidates.weights), places: candidates.count, scales: measured.count,
            order: candidates.tiePositions.indices.sorted { candidates.tiePositions[$0] < candidates.tiePositions[$1] })
        let own = measured.count == scales
            ? rows : (0..<count).flatMap { row in measured.map { rows[row * scales + $0] } }
        return nearest.lists(of: own, top: depth, threads: 1).places
    }

    /// Rows at a time, so that their distances stay in the cache.
    private static let batch = 32

    /// - Parameters:
    ///   - rows: rows x scales, scaled scores.
    ///   - present: scales; 1 where the participant has a score.
    /// - Returns: rows x depth, candidates by their number here, nearest first.
    func lists(rows: [Double], count: Int, present: [Double]) -> [Int] {
        guard depth > 0, count > 0 else { return [] }
        let measured = present.indices.filter { present[$0] == 1 }
        // A place whose sum is multiplied is not searched for: its distance is no sum of squares.
        if !measured.isEmpty, candidates.factors.allSatisfy({ $0 == 1 }) { return searched(rows: rows, count: count, measured, of: present.count) }
        let scales = present.count, width = candidates.count
        let allPresent = (0..<Self.batch).flatMap { _ in present }
        var squares = [Double](repeating: 0, count: Self.batch * width)
        var nearest = Nearest(depth: depth)
        var lists = [Int](repeating: 0, count: count * depth)
        lists.withUnsafeMutableBufferPointer { lists in
            rows.withUnsafeBufferPointer { rows in
                for start in stride(from: 0, to: count, by: Self.batch) {
                    let size = min(Self.batch, count - start)
                    squares.withUnsafeMutableBufferPointer { squares in
                        guard let out = squares.baseAddress, let scores = rows.baseAddress else { return }
                        distance_squares(size, width, scales, scores + start * scales, allPresent, candidates.targets, candidates.weights, out)
                        for row in 0..<size {
                            let own = UnsafeBufferPointer(start: out + row * width, count: width)
                            nearest.select(own, candidates)
                            for rank in 0..<depth { lists[(start + row) * depth + rank] = nearest.places[rank] }
                        }
                    }
                }
            }
        }
        return lists
    }
}

/// The first k of one row, by insertion: with k much smaller than the row, nearly every place is refused by one comparison.
private struct Nearest {
    private(set) var places: [Int]
    private var distances: [Double]
    private var ties: [Int]
    private let depth: Int

    init(depth: Int) {
        self.depth = depth
        places = [Int](repeating: 0, count: depth)
        distances = [Double](repeating: 0, count: depth)
        ties = places
    }

    mutating func select(_ squares: UnsafeBufferPointer<Double>, _ candidates: CandidatePlaces) {
        candidates.factors.withUnsafeBufferPointer { factors in
            candidates.tiePositions.withUnsafeBufferPointer { tiePositions in
                places.withUnsafeMutableBufferPointer { places in
                    distances.withUnsafeMutableBufferPointer { distances in
                        ties.withUnsafeMutableBufferPointer { ties in
                            Self.select(squares, factors, tiePositions, places, distances, ties, depth)
                        }
                    }
                }
            }
        }
    }

    private static func select(
        _ squares: UnsafeBufferPointer<Double>, _ factors: UnsafeBufferPointer<Double>, _ tiePositions: UnsafeBufferPointer<Int>,
        _ places: UnsafeMutableBufferPointer<Int>, _ distances: UnsafeMutableBufferPointer<Double>, _ ties: UnsafeMutableBufferPointer<Int>, _ depth: Int
    ) {
        var filled = 0
        var bound = Double.infinity
        for place in 0..<squares.count {
            let square = squares[place] * factors[place]
            guard square <= bound else { continue }
            // The order is that of the distances: two different squares may have the same root, and are then a tie.
            let distance = square.squareRoot(), tie = tiePositions[place]
            var rank = filled
            while rank > 0, distance < distances[rank - 1] || (distance == distances[rank - 1] && tie < ties[rank - 1]) { rank -= 1 }
            guard rank < depth else { continue }
            for moved in stride(from: min(filled, depth - 1), to: rank, by: -1) {
                distances[moved] = distances[moved - 1]
                ties[moved] = ties[moved - 1]
                places[moved] = places[moved - 1]
            }
            distances[rank] = distance
            ties[rank] = tie
            places[rank] = place
            filled = min(filled + 1, depth)
            // A hair wider than the last square, for squares above it with the same root.
            if filled == depth { bound = distances[depth - 1] * distances[depth - 1] * (1 + 0x1p-48) + .leastNormalMagnitude }
        }
    }
}
