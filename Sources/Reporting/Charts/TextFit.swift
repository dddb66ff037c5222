/// How wide text will be on a page whose font is not known: by the widest of the usual fonts (DejaVu Sans), so that the others fit too.
enum TextFit {
    static func width(_ text: some StringProtocol, size: Double, bold: Bool = false) -> Double {
        text.unicodeScalars.reduce(0) { $0 + advance($1) } * size * (bold ? 1.12 : 1)
    }

    /// Advance in em, by class of character.
    private static func advance(_ scalar: Unicode.Scalar) -> Double {
        if scalar.properties.canonicalCombiningClass != .notReordered { return 0 }
        switch scalar {
        case "i", "j", "l", " ", ".", ",", ":", ";", "'", "|", "!", "I": return 0.34
        case "f", "t", "r", "(", ")", "-", "/", "[", "]": return 0.42
        case "m", "w", "M", "W", "@", "%": return 0.98
        case "A"..."Z": return 0.72
        default: return scalar.value < 0x2000 ? 0.64 : 1.05
        }
    }

    /// Breaks text into lines that fit; a word that is longer than a line is broken where it must be.
    static func lines(_ text: String, width limit: Double, size: Double, bold: Bool = false, most: Int = 4) -> [String] {
        var lines: [String] = []
        var line = ""
        func fits(_ candidate: String) -> Bool { width(candidate, size: size, bold: bold) <= limit }
        for word in text.split(whereSeparator: { $0.isWhitespace }).map(String.init) {
            let joined = line.isEmpty ? word : line + " " + word
            if fits(joined) { line = joined; continue }
            if !line.isEmpty { lines.append(line); line = "" }
            var rest = Substring(word)
            while !fits(String(rest)), rest.count > 1 {
                var head = rest
                while head.count > 1, !fits(head + "-") { head.removeLast() }
                lines.append(head + "-")
                rest = rest.dropFirst(head.count)
            }
            line = String(rest)
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines }
        var last = lines[most - 1]
        while !last.isEmpty, !fits(last + "…") { last.removeLast() }
        return Array(lines.prefix(most - 1)) + [last + "…"]
    }
}
