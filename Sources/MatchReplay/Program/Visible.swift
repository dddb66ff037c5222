/// Text of a program, made fit to be shown: it may hold anything, also what would take over a terminal.
enum Visible {
    /// At most `limit` characters, without control and format characters.
    static func text(_ text: some StringProtocol, limit: Int = 400) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard shown.count < limit else { return String(shown) + "..." }
            switch scalar.properties.generalCategory {
            case .control: shown.append(" ")
            case .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: continue
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// A whole number without its decimals.
    static func number(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)"
    }
}
