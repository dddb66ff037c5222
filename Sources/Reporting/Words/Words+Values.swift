import Audit

/// Values and differences of a metric, in the metric's own unit.
extension Words {
    var numbers: Numbers { Numbers(language: language) }

    func date(_ iso: String) -> String {
        numbers.date(iso, months: text("months").split(separator: " ").map(String.init))
    }

    /// Shares and points are kept as parts of one and read as so many of a hundred.
    static func factor(_ unit: String) -> Double { unit == "per_100" || unit == "points" ? 100 : 1 }

    /// `38`, `0,42`: without its unit, for a table whose header names it.
    func value(_ value: Double?, unit: String) -> String {
        switch unit {
        case "per_100", "points": numbers.per100(value, digits: 1)
        case "sd", "ratio", "distance": numbers.decimal(value, digits: 2)
        case "level": numbers.decimal(value, digits: 1)
        case "days", "people", "percent": numbers.decimal(value, digits: 0)
        case "number", "lists": numbers.decimal(value, digits: value.map { $0 == $0.rounded() } == true ? 0 : 2)
        default: numbers.decimal(value, digits: 2)
        }
    }

    /// `+12,2`: a difference, with its sign.
    func difference(_ value: Double?, unit: String) -> String {
        switch unit {
        case "per_100", "points": numbers.decimal(value.map { $0 * 100 }, digits: 1, sign: true)
        case "days": numbers.decimal(value, digits: 0, sign: true)
        case "level": numbers.decimal(value, digits: 1, sign: true)
        default: numbers.decimal(value, digits: 2, sign: true)
        }
    }

    /// `+6,4 tot +18,1`; an end that has no bound is said so.
    func range(_ low: Double?, _ high: Double?, unit: String) -> String {
        if low == nil, high == nil { return Numbers.none }
        let from = low.map { difference($0, unit: unit) } ?? text("range.unbounded")
        let to = high.map { difference($0, unit: unit) } ?? text("range.unbounded")
        return text("range", ["low": from, "high": to])
    }

    /// `12,2 van de 100`, `0,35 standaardafwijking`: a size without sign, in words.
    func size(_ value: Double?, unit: String) -> String {
        guard let value else { return Numbers.none }
        let number = self.value(abs(value), unit: unit)
        return optional("size.\(unit)", ["value": number]) ?? number
    }

    /// The same for a sentence: so many of a hundred as a whole number, unless that would be nothing.
    func roundedSize(_ value: Double?, unit: String) -> String {
        guard let value, Self.factor(unit) == 100, abs(value) >= 0.015 else { return size(value, unit: unit) }
        return optional("size.\(unit)", ["value": numbers.per100(abs(value))]) ?? size(value, unit: unit)
    }

    /// Name of a unit as a table header has it; `nil` when there is none.
    func unit(_ code: String?) -> String? { code.flatMap { optional("unit.\($0)") } }

    /// Two rates in a sentence: whole unless they would then read the same.
    func ratePair(_ first: Double, _ second: Double) -> (String, String) {
        let whole = (numbers.per100(first), numbers.per100(second))
        return whole.0 == whole.1 ? (numbers.per100(first, digits: 1), numbers.per100(second, digits: 1)) : whole
    }
}
