/// What was measured at capture, before scores were jittered for a pipeline: how well a core reproduced the recorded lists.
///
/// A snapshot for a pipeline no longer holds lists that any core could reproduce, so the gate reads the figure here.
public struct FidelitySeal: Sendable, Equatable {
    /// Of the core that was replayed: a gate with another baseline cannot use the seal.
    public var coreSHA256: String
    public var coreName: String
    public var coreVersion: String
    public var runs: Int
    public var exact: Int
    public var byGroup: [GroupCount]
    /// How far the gate's verdicts move because of the jitter.
    public var movement: Movement

    public struct GroupCount: Sendable, Equatable {
        public var attribute: String
        public var group: String
        public var runs: Int
        public var exact: Int

        public init(attribute: String, group: String, runs: Int, exact: Int) {
            self.attribute = attribute
            self.group = group
            self.runs = runs
            self.exact = exact
        }
    }

    /// Over gates of a few changes of the core, held on the captured people and on the jittered ones.
    public struct Movement: Sendable, Equatable {
        public var gates: Int
        public var findings: Int
        /// Findings whose verdict was not the same.
        public var moved: Int
        /// Largest difference of a finding's mean change, in units of its margin.
        public var largestChange: Double

        public init(gates: Int, findings: Int, moved: Int, largestChange: Double) {
            self.gates = gates
            self.findings = findings
            self.moved = moved
            self.largestChange = largestChange
        }
    }

    public init(coreSHA256: String, coreName: String, coreVersion: String, runs: Int, exact: Int, byGroup: [GroupCount], movement: Movement) {
        self.coreSHA256 = coreSHA256
        self.coreName = coreName
        self.coreVersion = coreVersion
        self.runs = runs
        self.exact = exact
        self.byGroup = byGroup
        self.movement = movement
    }
}
