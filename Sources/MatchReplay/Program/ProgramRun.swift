/// What is known of a program after it has answered everything and ended.
public struct ProgramRun: Sendable, Equatable {
    public var handshake: ProgramHandshake
    /// Its last lines, fit to be shown.
    public var standardError: [String]
    /// Processes that it left running in its session; they were ended.
    public var processesLeft: Int
}
