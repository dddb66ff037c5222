import MatchReplay

/// Times one part of MatchReplay and prints a line per measurement: its name and seconds by the wall clock, or as said below.
///
///     ReplayBenchmark clone                       the kernel's clone that this machine runs
///     ReplayBenchmark nearest FOLDER THREADS      lists of the participants of FOLDER, once, after five times for nothing: wall, processor
///     ReplayBenchmark check FOLDER                every list against the plain kernel in double; the lists into FOLDER for others to compare
///     ReplayBenchmark stability THREADS           1,000 draws of 700 participants among 300 places
///     ReplayBenchmark stream PARTICIPANTS FILE    top 25 of 10,000 places into FILE: participants, seconds, peak bytes
@main enum ReplayBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.count) {
        case ("clone", 1): print(NearestPlaces.clone)
        case ("nearest", 3): try NearestPart.once(arguments[1], threads: number(arguments[2]))
        case ("check", 2): try NearestPart.check(arguments[1])
        case ("stability", 2): try StabilityPart.once(threads: number(arguments[1]))
        case ("stream", 3): try StreamPart.once(participants: number(arguments[1]), file: arguments[2])
        default: throw Misuse()
        }
    }

    struct Misuse: Error, CustomStringConvertible {
        let description =
            "usage: ReplayBenchmark clone | nearest FOLDER THREADS | check FOLDER | stability THREADS | stream PARTICIPANTS FILE"
    }

    private static func number(_ text: String) throws -> Int {
        guard let number = Int(text), number > 0 else { throw Misuse() }
        return number
    }

    /// Seconds that `work` takes by the wall clock.
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let elapsed = try ContinuousClock().measure(work).components
        return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    }
}
