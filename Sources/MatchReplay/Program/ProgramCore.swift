import Cohort

/// A ranking core that is another program: what to start, with which surroundings, and how long and how much it may answer.
///
/// The program speaks the replay protocol over its standard input and output (docs/protocol.md). It runs in a session of its own, in the
/// folder of the core file, with the listed environment and nothing else of ours.
public struct ProgramCore: Sendable, Equatable {
    /// The program and its arguments; never empty. A program with a slash in its name is looked up from `folder`,
    /// one without in the folders of `PATH`.
    public var command: [String]
    /// Everything that the program gets to see of an environment.
    public var environment: [String: String]
    /// The folder of the core file: the program's working directory.
    public var folder: String
    /// For the handshake, for each batch, and for ending once its input has ended; above 0.
    public var deadlineSeconds: Double
    /// Participants per batch, 1 or more.
    public var batch: Int
    /// Batches that may be sent and not yet answered, 1 or more.
    public var batchesInFlight: Int
    /// The longest line that is taken from the program, and so its longest answer.
    public var maximumLineBytes: Int
    /// How much the program may write to its standard error in all.
    public var maximumStandardErrorBytes: Int
    /// SHA-256 of the bytes of the core file, hexadecimal; empty for a core that was not read from a file.
    public var sha256: String

    public init(
        command: [String], environment: [String: String] = [:], folder: String, deadlineSeconds: Double = 30, batch: Int = 256,
        batchesInFlight: Int = 4, maximumLineBytes: Int = 8 << 20, maximumStandardErrorBytes: Int = 64 << 20, sha256: String = ""
    ) {
        self.command = command
        self.environment = environment
        self.folder = folder
        self.deadlineSeconds = deadlineSeconds
        self.batch = batch
        self.batchesInFlight = batchesInFlight
        self.maximumLineBytes = maximumLineBytes
        self.maximumStandardErrorBytes = maximumStandardErrorBytes
        self.sha256 = sha256
    }
}
