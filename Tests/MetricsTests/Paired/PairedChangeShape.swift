import Metrics
import Testing

/// Shapes of changes that a release can bring, drawn around any true mean.
struct PairedChangeShape: CustomTestStringConvertible, Sendable {
    let name: String
    /// Nobody changes by more, for the better or the worse; `nil` where there is no bound (best distances).
    let bound: Double?
    /// (true mean, generator) -> one person's change.
    let draw: @Sendable (Double, inout SeededRandom) -> Double
    var testDescription: String { name }

    static func normal(_ deviation: Double) -> PairedChangeShape {
        PairedChangeShape(name: "normal, sd \(deviation)", bound: nil) { $0 + deviation * $1.normal() }
    }

    enum Noise: String {
        case none = "nobody else changed"
        case tenth = "one in ten of the others +-.2"
        case slight = "everybody slightly"
    }

    /// Harm of size `step` to a share of the people that gives the mean.
    static func concentrated(_ step: Double, _ noise: Noise) -> PairedChangeShape {
        PairedChangeShape(name: "steps of \(step), \(noise.rawValue)", bound: noise == .slight ? nil : max(1, step)) { mean, random in
            let harm = random.uniform() < mean / step ? step : 0
            switch noise {
            case .none: return harm
            case .slight: return harm + 0.01 * random.normal()
            case .tenth:
                let other = random.uniform() < 0.1 ? (random.uniform() < 0.5 ? 0.2 : -0.2) : 0
                return max(-1, min(1, harm == 1 ? 1 : harm + other))
            }
        }
    }

    /// A gain of `step` for a share `share`, everybody else so much worse that the mean is as asked.
    static func rareGain(_ step: Double, _ share: Double, _ noise: Noise) -> PairedChangeShape {
        PairedChangeShape(name: "gain of \(step) for \(share), the rest worse, \(noise.rawValue)", bound: noise == .slight ? nil : 1) { mean, random in
            let base = mean + step * share - (random.uniform() < share ? step : 0)
            return noise == .slight ? base + 0.01 * random.normal() : base
        }
    }

    /// ln sd .5: skewness 1.75; ln sd 1: skewness 6.2. `side` -1: the long tail is that of the gains.
    static func lognormal(_ spread: Double, side: Double) -> PairedChangeShape {
        let mean = Double.exponential(spread * spread / 2)
        let deviation = mean * (Double.exponential(spread * spread) - 1).squareRoot()
        return PairedChangeShape(name: "lognormal \(spread), \(side > 0 ? "harms" : "gains") in the tail, sd .3", bound: nil) {
            $0 + side * 0.3 * (Double.exponential(spread * $1.normal()) - mean) / deviation
        }
    }

    /// Only a share changes at all, by a normal amount.
    static func zeroInflated(_ share: Double) -> PairedChangeShape {
        PairedChangeShape(name: "normal for \(share), 0 for the others", bound: 3) { mean, random in
            random.uniform() < share ? max(-3, min(3, mean / share + 0.3 * random.normal())) : 0
        }
    }

    /// -1, 0 or 1: a share `gains` gains, and the mean more loses.
    static func signs(gains: Double) -> PairedChangeShape {
        PairedChangeShape(name: "-1, 0, 1, \(gains) gain", bound: 1) { mean, random in
            let u = random.uniform()
            return u < gains ? -1 : u < 2 * gains + mean ? 1 : 0
        }
    }

    /// The limits that a gate takes for such changes: few changes by sums, others by their mean.
    func judged(_ changes: [Double]) throws -> any PairedChange {
        let commonest = Commonest(changes)!
        if let bound, changes.count - commonest.count < FewChanges.limit {
            return try FewChanges(changes, largest: bound + abs(commonest.value))
        }
        return try PairedMeanChange(ChangeSums(changes))
    }
}
