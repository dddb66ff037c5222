import Audit
import Cohort

/// Everything a gate depends on. Equal inputs give an equal report; there is no clock and no other source of chance.
public struct GateInputs: Sendable {
    public var snapshot: Snapshot
    public var thresholds: Thresholds
    public var baseline: GateCore
    public var candidate: GateCore
    /// The core approved at the last annual audit; `nil` = none yet.
    public var anchor: GateCore?
    public var overrides: OverrideFile?
    /// What the release is called, in records and reports.
    public var release: String
    public var on: Day
    /// How many gates of this release are on record, this one included; `nil` = not recorded.
    public var attempt: Int?
    public var toolVersion: String
    public var threads: Int

    public init(
        snapshot: Snapshot, thresholds: Thresholds, baseline: GateCore, candidate: GateCore, anchor: GateCore? = nil,
        overrides: OverrideFile? = nil, release: String, on: Day, attempt: Int? = nil, toolVersion: String, threads: Int = 1
    ) {
        self.snapshot = snapshot
        self.thresholds = thresholds
        self.baseline = baseline
        self.candidate = candidate
        self.anchor = anchor
        self.overrides = overrides
        self.release = release
        self.on = on
        self.attempt = attempt
        self.toolVersion = toolVersion
        self.threads = threads
    }
}
