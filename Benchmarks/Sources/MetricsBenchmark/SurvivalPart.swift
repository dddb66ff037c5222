import Foundation
import Metrics

/// Kaplan-Meier's curves of two groups with Greenwood errors, and the log-rank test between them, from plain columns of times and events.
enum SurvivalPart {
    struct Columns {
        var times: [[Double]] = [[], []]
        var events: [[Bool]] = [[], []]
    }

    /// Reads `group time event` lines and prints the time of one run.
    static func once(_ file: String) throws {
        print("survival", try run(read(file)).seconds)
    }

    /// The figures of the same run, for the other side to compare: chi-squared, and both curves at day 300.
    static func check(_ file: String) throws {
        let result = try run(read(file))
        print(result.statistic, result.survival[0], result.survival[1])
    }

    /// Cost against n, whole days and real times; best of three.
    static func growth() throws {
        for whole in [true, false] {
            for n in [10_000, 100_000, 1_000_000] {
                let columns = drawn(n, whole)
                print(whole ? "n-days" : "n-real", n, try (0..<3).map { _ in try run(columns).seconds }.min() ?? 0)
            }
        }
    }

    private static func run(_ columns: Columns) throws -> (seconds: Double, statistic: Double, survival: [Double]) {
        var (statistic, survival) = (0.0, [Double]())
        let seconds = try MetricsBenchmark.seconds {
            let groups = (0..<2).map { side in
                zip(columns.times[side], columns.events[side]).map { FollowUp(end: $0, cause: $1 ? 1 : 0) }
            }
            survival = try groups.map { try KaplanMeier($0).survival(at: 300) }
            statistic = try LogRank(groups: groups).statistic
        }
        return (seconds, statistic, survival)
    }

    private static func read(_ file: String) throws -> Columns {
        var columns = Columns()
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count == 3, let group = Int(fields[0]), let time = Double(fields[1]) else { throw MetricsBenchmark.Misuse() }
            columns.times[group].append(time)
            columns.events[group].append(fields[2] == "1")
        }
        return columns
    }

    private static func drawn(_ n: Int, _ whole: Bool) -> Columns {
        var random = SeededRandom(seed: 5)
        var columns = Columns()
        for _ in 0..<n {
            let group = random.uniform() < 0.3 ? 1 : 0
            let event = -300 * Foundation.log(random.uniform())
            let end = 60 + 640 * random.uniform()
            columns.times[group].append(whole ? min(event, end).rounded(.down) : min(event, end))
            columns.events[group].append(event <= end)
        }
        return columns
    }
}
