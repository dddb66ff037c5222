import Foundation

/// What goes to the person at the terminal. Results go to standard output, everything else to standard error.
enum Terminal {
    static let showsProgress = isatty(STDERR_FILENO) == 1
    /// Bold is for people; a log file gets plain text.
    static let usesStyles = isatty(STDOUT_FILENO) == 1

    static func print(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    static func error(_ message: String) { FileHandle.standardError.write(Data(("fairness-audit: " + message + "\n").utf8)) }

    static func warning(_ message: String) {
        let bold = isatty(STDERR_FILENO) == 1
        FileHandle.standardError.write(Data(((bold ? "\u{1B}[1mWarning: \(message)\u{1B}[0m" : "Warning: \(message)") + "\n").utf8))
    }

    /// A step of the walk, on a terminal only.
    static func step(_ what: String) {
        guard showsProgress else { return }
        FileHandle.standardError.write(Data("  \(what) ...\n".utf8))
    }
}
