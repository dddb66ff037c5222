/// What went wrong with a core that is another program: one case for each way of misbehaving, so that its author knows what to mend.
///
/// Messages name places, batches and numbers of requests, never a participant or a participant's value. What the program itself wrote to
/// its standard error is kept apart, its last lines only.
public struct ProgramError: Error, Equatable, Sendable, CustomStringConvertible {
    public let command: [String]
    public let problem: Problem
    /// The last lines that the program wrote to its standard error, made fit to be shown.
    public let standardError: [String]

    /// Where in the conversation it was.
    public enum Moment: Sendable, Equatable, CustomStringConvertible {
        case handshake
        /// Counted from 1.
        case batch(Int)
        case end

        public var description: String {
            switch self {
            case .handshake: "the handshake"
            case .batch(let number): "batch \(number)"
            case .end: "the end"
            }
        }
    }

    public enum Ending: Sendable, Equatable, CustomStringConvertible {
        case status(Int32)
        case signal(Int32)

        public var description: String {
            switch self {
            case .status(let code): "with status \(code)"
            case .signal(let number): "by signal \(number)"
            }
        }
    }

    public enum Problem: Error, Sendable, Equatable {
        case cannotStart(String)
        /// It ended by itself, with a status other than 0 or by a signal, before it had answered everything.
        case died(Ending, Moment)
        /// It ended with status 0 before it had answered everything.
        case endedEarly(Moment)
        /// It ended before it had answered everything and left processes running.
        case wentToBackground(processes: Int, Moment)
        /// It closed its standard output and went on running.
        case closedOutput(Moment)
        /// It closed its standard input before it had been sent everything.
        case closedInput(Moment)
        /// It read what it was sent, and did not answer in time.
        case hung(Moment, seconds: Double, ignoredTermination: Bool)
        /// It did not even read what it was sent.
        case neverReads(Moment, seconds: Double, ignoredTermination: Bool)
        /// It went on running after its input had ended and everything was answered.
        case doesNotEnd(seconds: Double, ignoredTermination: Bool)
        /// It ended with a status other than 0 after it had answered everything.
        case failedAtEnd(Ending)
        case floodedStandardError(limitBytes: Int)
        case lineTooLong(limitBytes: Int, Moment)
        case notJSON(String, Moment)
        case otherProtocol(String)
        case badHandshake(String)
        /// It answered with `error`.
        case refused(String, Moment)
        /// A line that is JSON, and no answer.
        case badAnswer(String, Moment)
        case outOfOrder(expected: Int, answered: Int)
        /// More answers than requests.
        case unasked(Moment)
        case tooMany(request: Int, asked: Int, given: Int)
        case repeatedPlace(request: Int, place: String)
        case unknownPlace(request: Int, place: String)
        case omitted(request: Int, due: Int, given: Int)
        case lengthsDiffer(request: Int, places: Int, distances: Int)
        case notFinite(request: Int)
        case notAscending(request: Int, position: Int)
    }

    public var description: String {
        var text = "Core program \(command.map { Visible.text($0, limit: 120) }.joined(separator: " ")) \(problem.description)"
        if !standardError.isEmpty { text += " Its standard error ended with:" + standardError.map { "\n    " + $0 }.joined() }
        return text
    }
}
