import Foundation
import Metrics

/// Bootstrap replicates of group rates: every participant has a weight of its own in every replicate, drawn and added one by one;
/// numbers of people per group and outcome are never used.
enum BootstrapPart {
    static let groups = 6

    /// Reads `group outcome` lines, then measures 1,000 replicates and prints the time and the mean rates of group 0.
    static func once(_ file: String) throws {
        var people = [[ParticipantBootstrap.Observation]](repeating: [], count: groups)
        for (number, line) in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").enumerated() {
            let fields = line.split(separator: " ").compactMap { Double($0) }
            people[Int(fields[0])].append(.init(key: UInt64(number), value: fields[1]))
        }
        print("bootstrap", try run(people, replicates: 1_000))
    }

    /// Cost against n at 200 replicates, and against replicates at n = 10,000; best of five.
    static func growth() throws {
        for exponent in 3...6 {
            var n = 1
            for _ in 0..<exponent { n *= 10 }
            print("n", n, try best(drawn(n), replicates: 200))
        }
        for replicates in [100, 1_000, 10_000] {
            print("replicates", replicates, try best(drawn(10_000), replicates: replicates))
        }
    }

    private static func best(_ people: [[ParticipantBootstrap.Observation]], replicates: Int) throws -> Double {
        try (0..<5).map { _ in try run(people, replicates: replicates) }.min() ?? 0
    }

    private static func run(_ people: [[ParticipantBootstrap.Observation]], replicates: Int) throws -> Double {
        var rates: [[Double]] = []
        let time = try MetricsBenchmark.seconds {
            let sums = try ParticipantBootstrap(seed: 7, replicates: replicates).sums(groups: people)
            rates = try people.indices.map { try sums.means(group: $0) }
        }
        // Looked at, so that nothing can be left out of the measured work.
        guard rates.allSatisfy({ $0.count == replicates && $0.allSatisfy { $0 > 0 && $0 < 1 } }) else {
            throw MetricsBenchmark.Misuse()
        }
        return time
    }

    private static func drawn(_ n: Int) -> [[ParticipantBootstrap.Observation]] {
        var random = SeededRandom(seed: 3)
        var people = [[ParticipantBootstrap.Observation]](repeating: [], count: groups)
        for key in 0..<n {
            people[random.index(below: groups)].append(.init(key: UInt64(key), value: random.uniform() < 0.3 ? 1 : 0))
        }
        return people
    }
}
