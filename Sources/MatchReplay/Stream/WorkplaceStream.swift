import Cohort

/// The transposed view, one workplace at a time: its participants, nearest first.
///
/// The metrics that protect whoever is ranked need participants to be what is ranked. Workplaces are taken in blocks small enough
/// for a given memory, and every block sees all participants once; there is never a matrix of all against all.
public struct WorkplaceStream: Sendable {
    public let participants: Int
    public let workplaces: Int
    /// Workplaces whose distances are in memory at one time.
    public let block: Int

    /// - Parameter memory: bytes for the distances of a block, of which there is at least one workplace.
    public init(participants: Int, workplaces: Int, memory: Int = 256 << 20) {
        precondition(participants >= 0 && workplaces >= 0 && memory > 0, "sizes are never negative")
        self.participants = participants
        self.workplaces = workplaces
        block = max(1, min(workplaces, memory / max(1, participants * MemoryLayout<Double>.stride)))
    }

    /// Hands out the ranking of every workplace, in their order.
    /// - Parameters:
    ///   - first: at most so many participants of each; `nil` = all that can be ranked for it.
    ///   - distances: of some participants (inner) to some workplaces (outer), row by row, so workplaces x participants; infinite for
    ///     two that are not ranked for each other, as in `DistanceMatrix`. Called once for every block of workplaces and stretch of
    ///     participants, from several threads.
    /// - Throws: `StreamError.notDistances`, whatever `distances` and `body` throw, and `CancellationError` when the task is cancelled.
    public func forEach(
        first: Int? = nil, threads: Int,
        distances: @Sendable (_ participants: Range<Int>, _ workplaces: Range<Int>) throws -> [Double],
        _ body: (WorkplaceList) throws -> Void
    ) throws {
        for start in stride(from: 0, to: workplaces, by: block) {
            try Task.checkCancellation()
            let places = start..<min(start + block, workplaces)
            let stretches = (participants + Self.stretch - 1) / Self.stretch
            let parts = try parallelMap(count: stretches, threads: threads) { stretch in
                let people = stretch * Self.stretch..<min((stretch + 1) * Self.stretch, participants)
                let part = try distances(people, places)
                guard part.count == people.count * places.count, part.allSatisfy({ $0 >= 0 }) else {
                    throw StreamError.notDistances(expected: people.count * places.count, found: part.count(where: { $0 >= 0 }))
                }
                return part
            }
            // As many at a time as there are threads: a list takes twice the room of its distances.
            for own in stride(from: places.lowerBound, to: places.upperBound, by: max(1, threads)) {
                let some = own..<min(own + max(1, threads), places.upperBound)
                let lists = parallelMap(count: some.count, threads: threads) { index in
                    list(of: some.lowerBound + index, in: places, parts, first: first)
                }
                for list in lists { try body(list) }
            }
        }
    }

    private static let stretch = 1024

    /// The nearest of one workplace. With `first` only twice as many are ever kept: the farther half goes whenever there are that many.
    private func list(of workplace: Int, in places: Range<Int>, _ parts: [[Double]], first: Int?) -> WorkplaceList {
        let wanted = max(0, first ?? participants)
        var nearest: [(distance: Double, participant: Int)] = []
        var farthest = Double.infinity
        for (stretch, part) in parts.enumerated() {
            let width = part.count / places.count, row = (workplace - places.lowerBound) * width
            for offset in 0..<width {
                let distance = part[row + offset]
                // Infinite is not ranked. Of equals the earlier goes first, so once enough are kept an equal one comes too late.
                guard distance < farthest else { continue }
                nearest.append((distance, stretch * Self.stretch + offset))
                guard first != nil, nearest.count >= 2 * wanted + 64 else { continue }
                nearest.sort { $0 < $1 }
                nearest.removeLast(nearest.count - wanted)
                farthest = nearest.last?.distance ?? 0
            }
        }
        nearest.sort { $0 < $1 }
        let kept = nearest.prefix(wanted)
        return WorkplaceList(workplace: workplace, participants: kept.map(\.participant), distances: kept.map(\.distance))
    }
}
