import Dispatch
import Foundation
import MatchReplay
import Metrics
import Synchronization

/// 1,000 lists of each of 700 participants among 300 places, with scores drawn under an error of measurement, the drawing included.
/// Counts how often the first place is that of the scores themselves, so that no list goes unread.
enum StabilityPart {
    static let participants = 700, places = 300, scales = 24, draws = 1_000, top = 10, error = 0.4

    static func once(threads: Int) throws {
        let targets = normals(places * scales, seed: 1, key: 0)
        let scores = normals(participants * scales, seed: 2, key: 0)
        let nearest = NearestPlaces(
            targets: targets, weights: targets.map { _ in 1 }, places: places, scales: scales, order: Array(0..<places))
        let first = nearest.lists(of: scores, top: 1, threads: 1).places
        let same = Mutex(0)
        let time = ReplayBenchmark.seconds {
            DispatchQueue.concurrentPerform(iterations: threads) { worker in
                var own = 0
                for person in participants * worker / threads..<participants * (worker + 1) / threads {
                    var rows = normals(draws * scales, seed: 3, key: UInt64(person))
                    for index in rows.indices { rows[index] = scores[person * scales + index % scales] + error * rows[index] }
                    let lists = nearest.lists(of: rows, top: top, threads: 1)
                    for draw in 0..<draws where lists.places[draw * lists.length] == first[person] { own += 1 }
                }
                same.withLock { $0 += own }
            }
        }
        print("stability-\(threads)", time, Double(same.withLock { $0 }) / Double(participants * draws))
    }

    /// Standard normal values in pairs (Box and Muller 1958), as a function of seed, key and index.
    private static func normals(_ count: Int, seed: UInt64, key: UInt64) -> [Double] {
        [Double](unsafeUninitializedCapacity: count) { values, initialized in
            initialized = count
            for index in stride(from: 0, to: count, by: 2) {
                let radius = (-2 * log(CounterRandom.uniform(seed: seed, participant: key, replicate: UInt64(index)))).squareRoot()
                let angle = 2 * Double.pi * CounterRandom.uniform(seed: seed, participant: key, replicate: UInt64(index + 1))
                values[index] = radius * cos(angle)
                if index + 1 < count { values[index + 1] = radius * sin(angle) }
            }
        }
    }
}
