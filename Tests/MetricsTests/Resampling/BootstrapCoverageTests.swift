import Testing
import Metrics

/// Coverage of every kind of bootstrap interval at 95 %, printed by scripts/simulate/coverage-bootstrap.sh.
///
/// The ranges are what such intervals are known to do, not what would be good: for rare 0/1 outcomes no resampling covers, because
/// a sample without an event cannot tell that events exist. That is why verdicts never rest on a bootstrap of 0/1 data.
@Suite struct BootstrapCoverageTests {
    typealias Observation = ParticipantBootstrap.Observation

    enum Values: String, Sendable {
        case normal, skewed, rate

        func draw(_ parameter: Double, _ random: inout SeededRandom) -> Double {
            switch self {
            case .normal: parameter + random.normal()
            case .skewed: parameter - 1 - CounterRandom.portableLog(random.uniform())
            case .rate: random.uniform() < parameter ? 1 : 0
            }
        }
    }

    struct Setting: Sendable, CustomStringConvertible {
        let values: Values
        let counts: (Int, Int)
        let parameters: (Double, Double)
        /// Promised per kind, in the order of `allCases`: percentile, basic, BCa, studentised.
        let ranges: [(Double, Double)]
        var description: String { "\(values.rawValue) \(parameters.0) against \(parameters.1), n \(counts.0) and \(counts.1)" }
    }

    static let settings = [
        Setting(values: .normal, counts: (20, 40), parameters: (0.5, 0), ranges: [(0.91, 0.96), (0.91, 0.96), (0.91, 0.96), (0.93, 0.965)]),
        Setting(values: .normal, counts: (60, 240), parameters: (0.5, 0), ranges: [(0.93, 0.96), (0.93, 0.96), (0.93, 0.96), (0.935, 0.965)]),
        Setting(values: .skewed, counts: (20, 180), parameters: (1.5, 1), ranges: [(0.88, 0.95), (0.86, 0.94), (0.88, 0.955), (0.90, 0.97)]),
        Setting(values: .skewed, counts: (60, 240), parameters: (1, 1), ranges: [(0.92, 0.96), (0.90, 0.955), (0.92, 0.96), (0.925, 0.965)]),
        Setting(values: .rate, counts: (60, 240), parameters: (0.4, 0.3), ranges: [(0.92, 0.965), (0.92, 0.965), (0.92, 0.965), (0.92, 0.97)]),
        Setting(values: .rate, counts: (20, 180), parameters: (0.05, 0.05), ranges: [(0.5, 0.72), (0.45, 0.98), (0.5, 0.75), (0.5, 0.75)]),
    ]

    /// An interval that cannot be had counts as not covering.
    @Test(arguments: settings.indices)
    func coverage(_ index: Int) throws {
        let setting = Self.settings[index]
        let runs = 300 * Simulated.factor
        var covered = [Int](repeating: 0, count: BootstrapEstimate.Kind.allCases.count)
        let truth = setting.parameters.0 - setting.parameters.1
        for run in 0..<runs {
            var random = SeededRandom(seed: CounterRandom.bits(seed: 1_000 + UInt64(index), participant: UInt64(run), replicate: 0))
            let group = (0..<setting.counts.0).map { Observation(key: UInt64($0), value: setting.values.draw(setting.parameters.0, &random)) }
            let reference = (0..<setting.counts.1).map {
                Observation(key: 10_000 + UInt64($0), value: setting.values.draw(setting.parameters.1, &random))
            }
            let sums = try ParticipantBootstrap(seed: UInt64(run), replicates: 499).sums(groups: [group, reference])
            for (place, kind) in BootstrapEstimate.Kind.allCases.enumerated() {
                let interval = try? BootstrapEstimate(sums, .difference(group: 0, reference: 1), kind: kind).interval(level: 0.95)
                if let interval, !interval.excludes(truth) { covered[place] += 1 }
            }
        }
        for (place, kind) in BootstrapEstimate.Kind.allCases.enumerated() {
            let range = setting.ranges[place]
            let what = "bootstrap \(kind), difference of means, \(setting), coverage at 95 %"
            #expect(try Simulated.isWithin(covered[place], of: runs, range.0, range.1, what), "\(what): \(covered[place]) of \(runs)")
        }
    }
}
