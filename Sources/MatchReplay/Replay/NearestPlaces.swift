import CDistance
import Cohort

/// A table of places, ready to be searched for the nearest ones of many participants at once.
///
/// Lists, ties and distances are bit for bit those of `PlaceRanking` for participants with every score: the squared distances of
/// `distance_squares`, their roots, then sorted by distance and tie position. `nearest_places.h` explains how single precision
/// may screen places without deciding anything.
public struct NearestPlaces: Sendable {
    public let scales: Int
    /// The places that take part, in the order that breaks ties.
    public let order: [Int]
    private let weighted: Bool
    /// The table's panels from `panelStart` on, where a cache line begins when the table is made.
    private let panels: [Float]
    private let panelStart: Int
    private let rows: [Double]
    private let constants: [Double]

    /// - Parameters:
    ///   - targets: scales x places, scaled as the scores are; finite.
    ///   - weights: scales x places, finite, never negative; 0 = the place does not ask the scale.
    ///   - order: the places that take part, each once, in the order that breaks ties. Whoever leaves places out, for a day or a
    ///     filter, makes one table for each distinct set. A place that asks nothing is at distance 0 from everybody: leave it out.
    public init(targets: [Double], weights: [Double], places: Int, scales: Int, order: [Int]) {
        precondition(targets.count == scales * places && weights.count == targets.count, "targets and weights are scales x places")
        precondition(order.allSatisfy { (0..<places).contains($0) }, "no such place")
        self.scales = scales
        self.order = order
        let taken = order.map { UInt($0) }
        var table = nearest_table(
            places: order.count, scales: scales, weighted: 0, panels: nil, rows: nil, constants: nil)
        table.weighted = nearest_is_weighted(places, scales, weights, taken, order.count)
        weighted = table.weighted != 0
        var panels = [Float](repeating: 0, count: nearest_panel_floats(&table) + 64 / MemoryLayout<Float>.size)
        var rows = [Double](repeating: 0, count: nearest_row_doubles(&table))
        var constants = [Double](repeating: 0, count: 4 * scales)
        panelStart = panels.withUnsafeMutableBufferPointer { panels in
            guard let base = panels.baseAddress else { return 0 }
            let start = (64 - Int(bitPattern: base) % 64) % 64 / MemoryLayout<Float>.size
            nearest_fill(&table, places, targets, weights, taken, base + start, &rows, &constants)
            return start
        }
        self.panels = panels
        self.rows = rows
        self.constants = constants
    }

    /// Which clone of the kernel this machine runs: "x86-64-v4", "x86-64-v3" or "default".
    public static var clone: String { String(cString: nearest_clone_name(nearest_best_clone())) }

    /// The nearest places of every participant. The lists are the same for any number of threads.
    /// - Parameters:
    ///   - scores: participants x scales, row by row, scaled as the targets are; every score measured and finite, and small enough for
    ///     its square to be finite too (below 1e150).
    ///   - top: at most so many places.
    public func lists(of scores: [Double], top: Int, threads: Int) -> NearestLists {
        lists(of: scores, top: top, threads: threads, clone: nearest_best_clone())
    }

    /// As above, by a clone that this machine can run.
    package func lists(of scores: [Double], top: Int, threads: Int, clone: nearest_clone) -> NearestLists {
        precondition(scales > 0 && scores.count.isMultiple(of: scales), "scores are participants x scales")
        let count = scores.count / scales, length = max(0, min(top, order.count)), workers = max(1, min(threads, count))
        var parts = parallelMap(count: workers, threads: workers) { worker in
            part(
                count * worker / workers..<count * (worker + 1) / workers, of: scores, length: length,
                // The first part has room for all, so that only the others are copied.
                capacity: worker == 0 ? count * length : 0, clone: clone)
        }
        var (places, distances) = parts.removeFirst()
        for part in parts {
            places += part.places
            distances += part.distances
        }
        return NearestLists(count: count, length: length, places: places, distances: distances)
    }

    private func part(
        _ participants: Range<Int>, of scores: [Double], length: Int, capacity: Int, clone: nearest_clone
    ) -> (places: [Int], distances: [Double]) {
        var indices = [UInt32](repeating: 0, count: participants.count * length)
        let distances = [Double](unsafeUninitializedCapacity: max(capacity, indices.count)) { distances, initialized in
            initialized = indices.count
            guard let out = distances.baseAddress, !indices.isEmpty else { return }
            scores.withUnsafeBufferPointer { scores in
                rows.withUnsafeBufferPointer { rows in
                    constants.withUnsafeBufferPointer { constants in
                        panels.withUnsafeBufferPointer { panels in
                            var table = nearest_table(
                                places: order.count, scales: scales, weighted: weighted ? 1 : 0,
                                panels: panels.baseAddress.map { $0 + panelStart }, rows: rows.baseAddress, constants: constants.baseAddress)
                            let scratch = UnsafeMutableRawPointer.allocate(byteCount: nearest_scratch_bytes(&table, length), alignment: 64)
                            defer { scratch.deallocate() }
                            nearest_places(
                                clone, &table, participants.count, scores.baseAddress.map { $0 + participants.lowerBound * scales }, length,
                                scratch, &indices, out)
                        }
                    }
                }
            }
        }
        var places: [Int] = []
        places.reserveCapacity(max(capacity, indices.count))
        for index in indices { places.append(order[Int(index)]) }
        return (places, distances)
    }
}
