import Foundation

/// Numbers as a reader of this language writes them. A value that is not there is a dash, never a zero.
struct Numbers {
    let language: Language

    static let none = "–"
    private static let minus = "\u{2212}"

    func count(_ value: Int?) -> String {
        guard let value else { return Self.none }
        return grouped(String(value))
    }

    /// - Parameter sign: whether a plus is written.
    func decimal(_ value: Double?, digits: Int, sign: Bool = false) -> String {
        guard let value, value.isFinite else { return Self.none }
        var text = String(format: "%.\(digits)f", abs(value))
        let isZero = !text.contains { ("1"..."9").contains($0) }
        let parts = text.split(separator: ".").map(String.init)
        text = grouped(parts[0]) + (parts.count > 1 ? mark + parts[1] : "")
        if isZero { return text }
        return (value < 0 ? Self.minus : sign ? "+" : "") + text
    }

    /// `0,004`, `< 0,001`: as many decimals in every row.
    func p(_ value: Double?, digits: Int = 3) -> String {
        guard let value else { return Self.none }
        let least = (0..<digits).reduce(1.0) { least, _ in least / 10 }
        return value < least ? "< \(decimal(least, digits: digits))" : decimal(value, digits: digits)
    }

    /// A share of one as so many of a hundred: whole, or with one decimal.
    func per100(_ share: Double?, digits: Int = 0) -> String { decimal(share.map { $0 * 100 }, digits: digits) }

    /// `5,2 %`
    func percent(_ share: Double, digits: Int = 0) -> String { decimal(share * 100, digits: digits) + " %" }

    /// `2026-12-31` as `31 december 2026`; anything else as it is.
    func date(_ iso: String, months: [String]) -> String {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), months.count == 12 else { return iso }
        return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
    }

    private var mark: String { language == .nl ? "," : "." }

    private func grouped(_ digits: String) -> String {
        guard digits.count > 4 else { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += language == .nl ? "." : "," }
            result.append(digit)
        }
        return result
    }
}
