import Audit

/// What a gate says: one value from which every surface is rendered, and which is exactly `gate.json`.
///
/// It exists only after disclosure control: there is no public initialiser; `Gate.run` makes it, and `init(json:)` reads one back.
public struct GateReport: Codable, Sendable, Equatable {
    public static let currentSchemaVersion = 1

    public var schemaVersion: Int
    public var tool: AuditReport.Tool
    public var system: AuditReport.System
    public var release: Release
    public var inputs: Inputs
    public var verdict: Verdict
    /// What the process exits with: 0 passed, 1 blocked, 2 blocked by policy because it could not be settled.
    public var exitCode: Int
    /// Ids of what blocks: broken invariants (`invariant.*`), `fidelity`, and findings; overridden ones are not among them.
    public var blockedBy: [String]
    /// Ids of findings and churn that are worth a look and block nothing.
    public var warnings: [String]
    public var fidelity: Fidelity
    public var invariants: [Invariant]
    /// The questions that were asked, with their words, units and sizes, in the order in which they are printed.
    public var indicators: [Indicator]
    public var findings: [GateFinding]
    public var churn: Churn
    public var controls: Controls
    /// Every override of the file that was given, whatever its state.
    public var overrides: [AppliedOverride]
    public var withheld: [AuditReport.Withholding]
    public var unavailable: [AuditReport.Unavailability]
    public var summary: Summary

    public enum Verdict: String, Codable, Sendable, CaseIterable {
        /// Nothing blocks. It does not say that nobody is worse off.
        case passed
        /// Harm was shown, an invariant broke, or the baseline does not reproduce production.
        case blocked
        /// Blocked by policy: harm could not be excluded.
        case notSettled = "not_settled"
    }

    public struct Release: Codable, Sendable, Equatable {
        public var name: String
        /// The day of the gate: what overrides are held against.
        public var on: String
        /// How many gates of this release are on record, this one included; `nil` = not recorded.
        @ExplicitNull public var attempt: Int?
    }

    public struct Inputs: Codable, Sendable, Equatable {
        public var snapshot: Snapshot
        public var thresholds: AuditReport.Inputs.Thresholds
        public var baseline: Core
        public var candidate: Core
        /// `nil` = none was approved yet.
        @ExplicitNull public var anchor: Core?
        /// SHA-256 of the override file; `nil` = none was given.
        @ExplicitNull public var overrides: String?
        /// From the digests of snapshot, cores and thresholds, so that nobody can look for a lucky one.
        public var seed: UInt64

        public struct Snapshot: Codable, Sendable, Equatable {
            public var sha256: String
            public var participants: Int
            public var matchRuns: Int
            public var workplaces: Int
            /// Smallest number of participants that share their quasi-identifiers in the snapshot.
            public var k: Int
            public var from: String
            public var to: String
            /// Whether scores were jittered and people made coarser for a pipeline (`capture --for-ci`).
            public var forCI: Bool
        }

        public struct Core: Codable, Sendable, Equatable {
            public var name: String
            public var version: String
            public var sha256: String
            public var kind: Kind
            /// Standard deviation over the cohort of the best distance: the unit of M1 for this core.
            @ExplicitNull public var bestDistanceStandardDeviation: Double?

            public enum Kind: String, Codable, Sendable {
                case data
                case program
            }
        }
    }

    /// How well the baseline reproduces the recorded lists.
    public struct Fidelity: Codable, Sendable, Equatable {
        public var source: Source
        public var runs: Int
        public var exact: Int
        @ExplicitNull public var rate: Double?
        public var threshold: Double
        public var groupThreshold: Double
        public var passed: Bool
        public var byGroup: [AuditReport.FidelityResult.ByGroup]

        public enum Source: String, Codable, Sendable {
            /// By this gate, from the recorded lists in the snapshot.
            case measured
            /// At capture, before scores were jittered.
            case sealed
        }
    }

    /// A promise that does not rest on statistics.
    public struct Invariant: Codable, Sendable, Equatable {
        /// `invariant.order`, `invariant.places`, `invariant.limits.abilities`, `invariant.limits.travel`, `invariant.limits.hours`,
        /// `invariant.length`, `invariant.determinism`, `invariant.monotonicity`.
        public var id: String
        public var state: State
        /// Lists that were looked at.
        public var lists: Int
        /// Lists that break it; `nil` = fewer than may be shown, or not examined.
        @ExplicitNull public var broken: Int?
        /// Whether any list of the baseline breaks it as well; `nil` = not examined.
        @ExplicitNull public var brokenByBaseline: Bool?
        /// Places concerned, at most five, in byte order: a place is no person.
        public var places: [String]
        /// Why it was not examined.
        @ExplicitNull public var reason: String?

        public enum State: String, Codable, Sendable {
            case holds
            case broken
            case notExamined = "not_examined"
        }
    }

    public struct Indicator: Codable, Sendable, Equatable {
        public var indicator: String
        public var metric: String
        public var name: AuditReport.Words
        public var definition: AuditReport.Words
        /// What a change for the worse is, in words.
        public var worse: AuditReport.Words
        /// `per_100` for shares (values 0...1) or `sd`.
        public var unit: String
        public var margin: Double
        public var signal: Double
        /// Judged as the group's mean change minus everybody's, because the cores measure distance differently.
        public var asDifferenceInDifferences: Bool
    }

    /// How much lists change, which is not harm: it may warn, never block.
    public struct Churn: Codable, Sendable, Equatable {
        /// k of overlap@k.
        public var depth: Int
        /// Mean over participants of the share of the first k places that both cores show; `nil` without people.
        @ExplicitNull public var overlap: Double?
        /// People whose first k places are not the same; `nil` = fewer than may be shown.
        @ExplicitNull public var changed: Int?
        public var participants: Int
        /// A group's churn (1 - overlap) above everybody's of at least this is a warning.
        public var signal: Double
        public var groups: [Group]

        public struct Group: Codable, Sendable, Equatable {
            /// `churn.<attribute>.<group>`
            public var id: String
            public var attribute: String
            public var group: String
            public var n: Int
            public var overlap: Double
            /// The group's churn minus everybody's.
            public var excess: Double
            /// Lower one-sided 95 % limit of the excess, adjusted over the groups.
            @ExplicitNull public var lower: Double?
            public var warns: Bool
        }
    }

    /// Would this gate have blocked no change, and would it have seen a harm?
    public struct Controls: Codable, Sendable, Equatable {
        /// Random swaps of baseline and candidate per participant.
        public var flips: Int
        /// Share of gates without any true change that would have blocked for harm; `nil` = no finding could block.
        @ExplicitNull public var falseBlocks: Double?
        public var harms: [Harm]
        /// Ids of findings that the gate is blind for: it blocks less than `blindBelow` of planted harms of twice the margin.
        public var blind: [String]
        public var blindBelow: Double

        public struct Harm: Codable, Sendable, Equatable {
            public var finding: String
            /// Share blocked when a change of twice the margin is planted in this group.
            public var blockedAtTwiceMargin: Double
            /// Share cleared when a change of the margin is planted: at most 5 in 100.
            public var clearedAtMargin: Double
        }
    }

    public struct AppliedOverride: Codable, Sendable, Equatable {
        public var id: String
        public var approver: String
        public var role: String
        public var reason: String
        public var approvedOn: String
        public var expires: String
        public var candidate: String
        /// Ids of findings that it was written for.
        public var findings: [String]
        public var state: State
        /// Ids of findings that it lets pass in this gate.
        public var used: [String]

        public enum State: String, Codable, Sendable {
            case inForce = "in_force"
            case expired
            /// The day of the gate lies before its approval.
            case notYet = "not_yet"
            /// It was written for another candidate.
            case otherCandidate = "other_candidate"
        }
    }

    /// Counts over primary findings.
    public struct Summary: Codable, Sendable, Equatable {
        public var cleared: Int
        public var blocked: Int
        public var notSettled: Int
        public var withheld: Int
        public var overridden: Int
        public var invariantsBroken: Int
        public var warnings: Int
        /// Size of the Holm family.
        public var familySize: Int
    }
}
