/// A place to sign: who did, or lines to do it on paper.
struct Signing {
    var label: String
    /// Role and day; `nil` when nobody signed.
    var signed: String?
    /// Boxes to tick before the lines.
    var choices: [String]
    /// What to write on each empty line.
    var lines: [String]
}
