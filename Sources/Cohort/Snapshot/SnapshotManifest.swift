/// What the file says about itself: where it came from, what was done to it before it left production, and digests of its rows.
public struct SnapshotManifest: Sendable, Equatable {
    public var contractVersion: String
    public var toolVersion: String
    public var period: Period
    public var timeZone: String
    /// Lower bounds of the age bands, after the first; `[27, 45, 55]` makes `<27`, `27-44`, `45-54`, `55+`.
    public var ageBandBounds: [Int]
    /// Whether the pseudonyms were made under a key that is kept, so that snapshots can be linked.
    public var linkable: Bool
    /// Column -> what was done to it, in words a privacy officer can check.
    public var transformations: [String: String]
    /// Column -> how many values were outside the contract's codes and became unknown.
    public var unrecognised: [String: Int]
    /// Which relations the database offered, and which of their columns it did not.
    public var relations: [String: Relation]
    /// The smallest number of participants that share their quasi-identifiers (`SnapshotAnonymity.quasiIdentifiers`); 0 without participants.
    public var achievedK: Int
    /// How many participants are the only one with their quasi-identifiers.
    public var uniqueParticipants: Int
    /// In a snapshot for a pipeline (`capture --for-ci`); `nil` in one that was not changed after capture.
    public var seal: FidelitySeal?

    public struct Relation: Sendable, Equatable {
        public var offered: Bool
        public var missingColumns: [String]
        public var rowCount: Int
        /// SHA-256 over the rows in key order, hexadecimal.
        public var digest: String

        public init(offered: Bool, missingColumns: [String] = [], rowCount: Int = 0, digest: String = "") {
            self.offered = offered
            self.missingColumns = missingColumns
            self.rowCount = rowCount
            self.digest = digest
        }
    }

    /// A manifest as the intake knows it; counts, digests and k are filled in when the file is finished.
    public init(
        contractVersion: String, toolVersion: String, period: Period, timeZone: String, ageBandBounds: [Int], linkable: Bool,
        transformations: [String: String], unrecognised: [String: Int], relations: [String: Relation]
    ) {
        self.contractVersion = contractVersion
        self.toolVersion = toolVersion
        self.period = period
        self.timeZone = timeZone
        self.ageBandBounds = ageBandBounds
        self.linkable = linkable
        self.transformations = transformations
        self.unrecognised = unrecognised
        self.relations = relations
        achievedK = 0
        uniqueParticipants = 0
        seal = nil
    }
}
