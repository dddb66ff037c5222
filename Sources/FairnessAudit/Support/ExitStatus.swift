import ArgumentParser
import Audit
import Cohort
import Demonstration
import Gate
import Intake
import MatchReplay
import Postgres
import Reporting

/// What the process says to whoever called it. Documented in the README; anything above 128 is a trap, and a defect.
enum ExitStatus: Int32, Error {
    /// A difference that `--fail-on` asks about was found, or the gate blocks: harm shown, or an invariant broken.
    case found = 1
    /// The gate blocks by policy: harm could not be excluded.
    case notSettled = 2
    /// Database, snapshot, thresholds, core or output is at fault.
    case couldNotRun = 3
    /// Stopped to protect people: a disclosure or data-minimisation rule.
    case protected = 4
    /// Stopped by the person at the terminal; nothing was written.
    case interrupted = 130

    /// The status of an error that was thrown on the way; `nil` for what ArgumentParser must answer itself.
    init?(of error: any Error) {
        switch error {
        case let error as IntakeError: self = error.kind == .outsideContract ? .protected : .couldNotRun
        case AuditError.disclosure, PoolError.tooFew, ReplayPartError.aboutPersons, is PipelineError: self = .protected
        case let error as GateError: self = error.protectsPeople ? .protected : .couldNotRun
        case is CancellationError: self = .interrupted
        case is CleanExit, is ValidationError, is ExitCode: return nil
        default:
            // ArgumentParser's own errors are not public types; it tells them apart by the code it would exit with.
            if FairnessAuditCommand.exitCode(for: error) == .validationFailure || FairnessAuditCommand.exitCode(for: error) == .success { return nil }
            self = .couldNotRun
        }
    }
}
