import Foundation

/// A linear scale with round ticks.
struct Axis {
    let low: Double
    let high: Double
    let ticks: [Double]
    let start: Double
    let end: Double

    /// Covers low...high with about `wanted` ticks at 1, 2 or 5 times a power of ten.
    init(covering low: Double, _ high: Double, from start: Double, to end: Double, ticks wanted: Int) {
        let span = max(high - low, 1e-9)
        let rough = span / Double(max(1, wanted))
        let power = pow(10, log10(rough).rounded(.down))
        let step = [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? rough
        let first = (low / step).rounded(.down), last = max((high / step).rounded(.up), first + 1)
        ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
        self.low = first * step
        self.high = last * step
        self.start = start
        self.end = end
    }

    func position(_ value: Double) -> Double {
        let share = (value - low) / (high - low)
        return start + min(1, max(0, share)) * (end - start)
    }

    func contains(_ value: Double) -> Bool { value >= low && value <= high }

    /// Decimals that the ticks need.
    var digits: Int {
        guard ticks.count > 1 else { return 0 }
        let step = ticks[1] - ticks[0]
        return step >= 0.999 ? 0 : step >= 0.0999 ? 1 : 2
    }
}
