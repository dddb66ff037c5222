import Cohort
import MatchReplay

/// Everything an audit depends on. Equal inputs give an equal report; there is no clock and no other source of chance.
public struct AuditInputs: Sendable {
    public var snapshot: Snapshot
    public var thresholds: Thresholds
    public var core: RankingCore
    /// What kind of system this is, and by whom people are grouped.
    public var system: SystemConfiguration
    public var cycle: AuditCycle
    public var edition: Edition
    /// Earlier reports of the same system: what they showed limits what this one may show, and what they spent it may not spend.
    public var earlier: [EarlierReport]
    /// Every gate on record, in order of time; `nil` = no record was given.
    public var releases: [AuditReport.Release]?
    /// What people decided about options for action and findings; `nil` = no file was given.
    public var actions: ActionsFile?
    /// What people made of this report, and who signed it; `nil` = no file was given.
    public var assessments: AssessmentsFile?
    /// The day of the audit; `nil` = the last day of the cycle. Records of special categories must hold on both.
    public var on: Day?
    public var toolVersion: String
    /// The replay of everybody, made over shards; `nil` = this audit makes it.
    public private(set) var replay: ReplayPart?
    public var threads: Int
    /// Told when each part of the walk begins and ends; the report does not depend on it.
    public var observer: AuditStage.Observer?

    public init(
        snapshot: Snapshot, thresholds: Thresholds, core: RankingCore, system: SystemConfiguration = .standard, cycle: AuditCycle, edition: Edition = .full,
        earlier: [EarlierReport] = [], releases: [AuditReport.Release]? = nil, actions: ActionsFile? = nil, assessments: AssessmentsFile? = nil, on: Day? = nil, toolVersion: String,
        threads: Int = 1, observer: AuditStage.Observer? = nil
    ) {
        self.snapshot = snapshot
        self.thresholds = thresholds
        self.core = core
        self.system = system
        self.on = on
        self.cycle = cycle
        self.edition = edition
        self.earlier = earlier
        self.releases = releases
        self.actions = actions
        self.assessments = assessments
        self.toolVersion = toolVersion
        self.threads = threads
        self.observer = observer
    }

    /// Takes over a replay of everybody in the snapshot, with the recorded lists in it: the snapshot may have been read without them.
    public mutating func take(_ part: ReplayPart) { replay = part }
}

/// A report that was made before, with the digest of its bytes.
public struct EarlierReport: Sendable {
    public let report: AuditReport
    public let sha256: String

    public init(report: AuditReport, sha256: String) {
        self.report = report
        self.sha256 = sha256
    }
}
