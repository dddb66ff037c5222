import Metrics

/// Times one part of Metrics and prints `name seconds` lines, one per measurement.
///
///     MetricsBenchmark bootstrap FILE            replicates of group rates on the people of FILE, once
///     MetricsBenchmark bootstrap-growth          the same on drawn people, over n and over replicates
///     MetricsBenchmark survival FILE             curves and log-rank test of the two groups of FILE, once
///     MetricsBenchmark survival-check FILE       their figures, for the other side to compare
///     MetricsBenchmark survival-growth           the same on drawn people, over n
@main enum MetricsBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.dropFirst().first) {
        case ("bootstrap", let file?): try BootstrapPart.once(file)
        case ("bootstrap-growth", nil): try BootstrapPart.growth()
        case ("survival", let file?): try SurvivalPart.once(file)
        case ("survival-check", let file?): try SurvivalPart.check(file)
        case ("survival-growth", nil): try SurvivalPart.growth()
        default: throw Misuse()
        }
    }

    struct Misuse: Error, CustomStringConvertible {
        let description = "usage: MetricsBenchmark bootstrap FILE | bootstrap-growth | survival FILE | survival-check FILE | survival-growth"
    }

    /// Seconds that `work` takes by the wall clock.
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let elapsed = try ContinuousClock().measure(work).components
        return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    }
}
