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
        case "<", ">", "=", "+", "~", "#", "&", "D", "G", "H", "N", "O", "Q", "U": return 0.84
        case "A"..."Z": return 0.72
        default: return scalar.value < 0x2000 ? 0.64 : 1.05
        }
    }

    /// Breaks text into lines that fit; a word that is longer than a line is broken where it must be.
    static func lines(_ text: String, width limit: Double, size: Double, bold: Bool = false, most: Int = 4) -> [String] {
        var lines: [String] = []
        var line = ""
        func fits(_ candidate: String) -> Bool { width(candidate, size: size, bold: bold) <= limit }
        for word in text.split(whereSeparator: { $0.isWhitespace }) {
            // What comes after the last line is not shown: a name of any length costs no more than the lines.
            if lines.count > most { break }
            if fits(line.isEmpty ? String(word) : line + " " + word) {
                line += line.isEmpty ? String(word) : " " + word
                continue
            }
            if !line.isEmpty { lines.append(line); line = "" }
            var rest = word
            while lines.count <= most, let head = start(of: rest, width: limit, size: size, bold: bold) {
                lines.append(head + "-")
                rest = rest.dropFirst(head.count)
            }
            line = String(rest)
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines }
        let last = lines[most - 1]
        let cut = start(of: last + "…", width: limit, size: size, bold: bold, mark: "…") ?? last
        return Array(lines.prefix(most - 1)) + [cut + "…"]
    }

    /// As much of a word as fits before a mark, at least one character; nil if the whole word fits or is one character.
    private static func start(of word: some StringProtocol, width limit: Double, size: Double, bold: Bool, mark: String = "-") -> String? {
        let room = limit - width(mark, size: size, bold: bold)
        var head = "", used = 0.0
        for character in word {
            used += width(String(character), size: size, bold: bold)
            if used <= room || head.isEmpty { head.append(character) }
            // Up to here the whole word could still have fitted without a mark.
            if used > limit { return head.count < word.count ? head : nil }
        }
        return nil
    }
}
