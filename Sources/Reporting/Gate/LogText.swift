/// Text that is safe in the log of a terminal or a build server: names and reasons come from files that others write.
enum LogText {
    /// One line. Control characters and marks that turn the writing direction are left out, line ends become spaces, and
    /// `##`, with which Azure Pipelines (anywhere in a line) and GitHub Actions (its older form) begin a command, is broken up.
    /// A line that would begin with `::`, as a command of GitHub Actions does, begins with a dot instead.
    static func plain(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}": scalars.append(" ")
            case _ where isHidden(scalar): continue
            case "#" where scalars.last == "#": scalars.append(contentsOf: " #".unicodeScalars)
            default: scalars.append(scalar)
            }
        }
        let line = String(scalars)
        let start = line.unicodeScalars.drop { $0.properties.isWhitespace }
        return start.starts(with: "::".unicodeScalars) ? "· " + line : line
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.generalCategory == .control { return true }
        switch scalar.value {
        // Soft hyphen; marks, embeddings and isolates of direction; byte order mark.
        case 0xAD, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: return true
        default: return false
        }
    }
}
