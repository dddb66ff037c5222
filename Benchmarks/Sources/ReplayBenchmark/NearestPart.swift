import Foundation
import MatchReplay

/// Distance and top 20 of the participants of a folder among its places: `scores` and `targets` are raw doubles, row by row.
enum NearestPart {
    static let scales = 24, top = 20

    static func once(_ folder: String, threads: Int) throws {
        let (scores, nearest, _) = try read(folder)
        // Five times for nothing, as on the other side: until memory, caches and clock are as they stay.
        for _ in 0..<5 { _ = nearest.lists(of: scores, top: top, threads: threads) }
        let busy = try processorSeconds()
        let wall = ReplayBenchmark.seconds { _ = nearest.lists(of: scores, top: top, threads: threads) }
        print("ours-\(threads)", wall, try processorSeconds() - busy)
    }

    /// Writes the lists as 32-bit indices, and fails when one is not that of all distances in double, rooted and sorted.
    static func check(_ folder: String) throws {
        let (scores, nearest, byPlace) = try read(folder)
        let lists = nearest.lists(of: scores, top: top, threads: 1)
        guard lists == nearest.lists(of: scores, top: top, threads: 2) else { throw Differs(lists: lists.count) }
        let places = byPlace.count / scales, step = 512
        let distances = WorkplaceDistances(
            scores: scores, targets: turned(byPlace), weights: byPlace.map { _ in 1 }, workplaces: places, scales: scales)
        var wrong = 0
        for start in stride(from: 0, to: lists.count, by: step) {
            let people = start..<min(start + step, lists.count)
            let block = distances(people, 0..<places)
            for participant in people {
                let own = (0..<places).map { block[$0 * people.count + participant - start] }
                let plain = own.indices.sorted { (own[$0], $0) < (own[$1], $1) }.prefix(top)
                let list = lists.range(of: participant)
                if Array(plain) != Array(lists.places[list]) || plain.map({ own[$0] }) != Array(lists.distances[list]) { wrong += 1 }
            }
        }
        guard wrong == 0 else { throw Differs(lists: wrong) }
        let file = lists.places.map { Int32($0) }.withUnsafeBytes { Data($0) }
        try file.write(to: URL(fileURLWithPath: folder + "/lists"))
    }

    struct Differs: Error, CustomStringConvertible {
        let lists: Int
        var description: String { "\(lists) lists are not those of the plain kernel" }
    }

    /// Of all threads of this process.
    private static func processorSeconds() throws -> Double {
        var time = timespec()
        guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { throw NoClock() }
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    struct NoClock: Error, CustomStringConvertible {
        let description = "this system does not count the processor time of a process"
    }

    private static func read(_ folder: String) throws -> (scores: [Double], nearest: NearestPlaces, byPlace: [Double]) {
        func doubles(_ name: String) throws -> [Double] {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            return data.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
        }
        let byPlace = try doubles("targets")
        let places = byPlace.count / scales
        let nearest = NearestPlaces(
            targets: turned(byPlace), weights: byPlace.map { _ in 1 }, places: places, scales: scales, order: Array(0..<places))
        return (try doubles("scores"), nearest, byPlace)
    }

    /// From place by place to scale by scale.
    private static func turned(_ byPlace: [Double]) -> [Double] {
        let places = byPlace.count / scales
        return (0..<scales).flatMap { scale in (0..<places).map { byPlace[$0 * scales + scale] } }
    }
}
