import Cohort
import MatchReplay

/// A core that a gate replays: data, or another program.
public enum GateCore: Sendable {
    case data(RankingCore)
    case program(ProgramCore)

    /// Of the core file. For a program that is the file that says what to start, not the program itself.
    var sha256: String {
        switch self {
        case .data(let core): core.sha256
        case .program(let core): core.sha256
        }
    }

    /// Whether distances of the two may be subtracted on this snapshot. What a program measures in is not known.
    func hasSameUnit(as other: GateCore, on snapshot: Snapshot) -> Bool {
        guard case .data(let own) = self, case .data(let others) = other else { return false }
        return ReplayInput(snapshot: snapshot, core: own).hasSameDistanceUnit(as: ReplayInput(snapshot: snapshot, core: others))
    }
}
