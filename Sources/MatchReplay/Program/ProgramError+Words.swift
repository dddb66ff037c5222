extension ProgramError.Problem: CustomStringConvertible {
    /// Continues the sentence "Core program X ...".
    public var description: String {
        switch self {
        case .cannotStart(let reason):
            "could not be started: \(reason). Mend command in the core file; a relative path is looked up from the folder of that file."
        case .died(let ending, let moment):
            "ended \(ending) during \(moment), before it had answered."
        case .endedEarly(let moment):
            "ended during \(moment), before it had answered; it must read and answer until its standard input ends."
        case .wentToBackground(let processes, let moment):
            "ended during \(moment) and left \(processes) of its processes running, which were stopped; a core must stay in the foreground until its standard input ends."
        case .closedOutput(let moment):
            "closed its standard output during \(moment), before it had answered, and went on running; it was stopped."
        case .closedInput(let moment):
            "closed its standard input during \(moment), before everything had been asked, and went on running; it was stopped."
        case .hung(let moment, let seconds, let ignored):
            "gave no answer to \(moment) within \(Self.time(seconds)); it was stopped\(Self.manner(ignored)). If it needs longer, raise deadlineSeconds or lower batch in the core file; if it buffers its output, let it flush after each batch."
        case .neverReads(let moment, let seconds, let ignored):
            "did not read \(moment) from its standard input within \(Self.time(seconds)); it was stopped\(Self.manner(ignored))."
        case .doesNotEnd(let seconds, let ignored):
            "answered everything and did not end within \(Self.time(seconds)) after its standard input had ended; it was stopped\(Self.manner(ignored))."
        case .failedAtEnd(let ending):
            "answered everything and then ended \(ending), so its answers were not used."
        case .floodedStandardError(let limit):
            "wrote more than \(limit) bytes to its standard error and was stopped. Let it write less, or raise maximumStandardErrorBytes in the core file."
        case .lineTooLong(let limit, let moment):
            "wrote a line of more than \(limit) bytes during \(moment) and was stopped. One answer is one line; if it must be longer, raise maximumLineBytes in the core file."
        case .notJSON(let problem, let moment):
            "wrote a line during \(moment) that is not JSON (\(problem)). Standard output is for answers only; let it write remarks to standard error."
        case .otherProtocol(let spoken):
            "speaks \(spoken); this version of fairness-audit speaks \(ReplayProtocol.name) version \(ReplayProtocol.version)."
        case .badHandshake(let problem):
            "gave a handshake that the protocol does not know: \(problem)."
        case .refused(let reason, let moment):
            "refused \(moment): \(reason)"
        case .badAnswer(let problem, let moment):
            "gave an answer in \(moment) that the protocol does not know: \(problem)."
        case .outOfOrder(let expected, let answered):
            "answered request \(answered) where request \(expected) was due; answers come in the order of the requests."
        case .unasked(let moment):
            "wrote a line during \(moment) that nothing asked for: one request, one answer."
        case .tooMany(let request, let asked, let given):
            "gave \(given) places for request \(request), which asks at most \(asked)."
        case .repeatedPlace(let request, let place):
            "gave place \"\(place)\" twice for request \(request)."
        case .unknownPlace(let request, let place):
            "gave place \"\(place)\" for request \(request), which it was never offered."
        case .omitted(let request, let due, let given):
            "gave \(given) places for request \(request), where its claim \"ranks\" promises \(due). Mend the program, or leave out the claim."
        case .lengthsDiffer(let request, let places, let distances):
            "gave \(places) places and \(distances) distances for request \(request)."
        case .notFinite(let request):
            "gave a distance for request \(request) that is not a finite number."
        case .notAscending(let request, let position):
            "gave a smaller distance at position \(position) than before it for request \(request); nearest comes first."
        }
    }

    private static func time(_ seconds: Double) -> String { "\(Visible.number(seconds)) seconds" }

    private static func manner(_ ignoredTermination: Bool) -> String {
        ignoredTermination ? ", by force, as it ignored the request to end (SIGTERM)" : ""
    }
}
