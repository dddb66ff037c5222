/// What leaves the audit: one value from which every format is rendered, and which is exactly `audit.json`.
///
/// It exists only after disclosure control: there is no public initialiser, `Disclosure.disclose` makes it.
public struct AuditReport: Codable, Sendable, Equatable {
    public static let currentSchemaVersion = 1

    public var schemaVersion: Int
    public var tool: Tool
    public var system: System
    /// What people wrote about the system; absent in reports that were made before this was written down.
    public var about: SystemDescription?
    public var cycle: Cycle
    public var edition: Edition
    public var inputs: Inputs
    public var fidelity: FidelityResult
    /// The questions that were asked, with their words and units, in the order of the catalogue.
    public var indicators: [IndicatorDescription]
    public var groups: [Group]
    public var findings: [ReportFinding]
    public var tables: [ReportTable]
    public var actions: [Action]
    public var assessments: [Assessment]
    /// Who stands for the report, and what was decided on it; absent when nobody signed.
    public var signOff: SignOff?
    /// Draft or final, and what is missing; absent in reports from before people could assess them.
    public var status: Status?
    /// Earlier reports of this system that this one took into account.
    public var history: [Earlier]
    /// What is otherwise than in the previous report; absent when there is none.
    public var changes: Changes?
    /// Gates of the algorithm since the previous report, and earlier ones whose override is still in force; in order of time.
    @EmptyWhenAbsent public var releases: [Release]
    /// Versions of the algorithm that made lists in the judged window, in byte order.
    @EmptyWhenAbsent public var liveVersions: [LiveVersion]
    /// Lines of the workshop or assessment that this report follows up, in the order of the source; stakeholders are not among them.
    @EmptyWhenAbsent public var inventory: [InventoryEntry]
    /// What each indicator found that the inventory names, from M1 to M30.
    @EmptyWhenAbsent public var outcomes: [IndicatorOutcome]
    public var withheld: [Withholding]
    public var unavailable: [Unavailability]
    public var summary: Summary

    public struct Tool: Codable, Sendable, Equatable {
        public var name: String
        public var version: String
        /// What it was built from; absent in reports that were made before this was written down.
        public var packages: [Package]?

        package init(name: String, version: String, packages: [Package]? = nil) {
            self.name = name
            self.version = version
            self.packages = packages
        }
    }

    public struct System: Codable, Sendable, Equatable {
        public var name: String
        public var organisation: String
    }

    public struct Cycle: Codable, Sendable, Equatable {
        /// `2026-Q4`, or `once` for a single audit.
        public var name: String
        public var from: String
        public var to: String
        public var expires: String
        /// The family-wise level that this report may spend.
        public var alpha: Double
        /// The level at which the scan selects.
        public var q: Double
    }

    public struct Inputs: Codable, Sendable, Equatable {
        public var snapshot: Snapshot
        public var thresholds: Thresholds
        public var core: Core
        public var seed: UInt64
        /// SHA-256 of actions.json; absent when none was given.
        public var actions: String?
        /// SHA-256 of assessments.json; absent when none was given.
        public var assessments: String?

        public struct Snapshot: Codable, Sendable, Equatable {
            public var sha256: String
            public var participants: Int
            public var matchRuns: Int
            /// Smallest number of participants that share their quasi-identifiers in the snapshot (which stays inside the organisation).
            public var k: Int
            public var from: String
            public var to: String
            /// Column -> what was done to it before it left production.
            public var transformations: [String: String]
        }

        public struct Thresholds: Codable, Sendable, Equatable {
            public var sha256: String
            public var setBy: String
            public var setOn: String

            package init(sha256: String, setBy: String, setOn: String) {
                self.sha256 = sha256
                self.setBy = setBy
                self.setOn = setOn
            }
        }

        public struct Core: Codable, Sendable, Equatable {
            public var name: String
            public var version: String
            public var sha256: String
            /// `given` in the core's file, or `frozen` with the snapshot.
            public var constants: String
            /// What one unit of M1 is: the standard deviation of the best distance over the cohort.
            @ExplicitNull public var bestDistanceStandardDeviation: Double?
        }
    }

    public struct FidelityResult: Codable, Sendable, Equatable {
        public var runs: Int
        public var exact: Int
        @ExplicitNull public var rate: Double?
        public var threshold: Double
        public var passed: Bool
        public var byGroup: [ByGroup]
        /// For lists that were not reproduced: at which rank the first difference stands, and in how many lists.
        public var firstDifferences: [FirstDifference]
        @ExplicitNull public var largestDistanceError: Double?

        public struct ByGroup: Codable, Sendable, Equatable {
            public var attribute: String
            public var group: String
            public var rate: Double
            public var passed: Bool

            package init(attribute: String, group: String, rate: Double, passed: Bool) {
                self.attribute = attribute
                self.group = group
                self.rate = rate
                self.passed = passed
            }
        }

        public struct FirstDifference: Codable, Sendable, Equatable {
            public var rank: Int
            public var lists: Int
        }
    }

    public struct IndicatorDescription: Codable, Sendable, Equatable {
        public var indicator: String
        public var metric: String
        public var chapter: String
        public var name: Words
        public var question: Words
        public var definition: Words
        /// Ends of the effect axis: what a negative and a positive difference mean.
        public var less: Words
        public var more: Words
        /// `per_100` for rates and shares (values 0...1), `sd`, `points`.
        public var unit: String
        /// Which sign is adverse for the group: `higher`, `lower` or `neither`.
        public var adverse: String
        /// The metric that stands for the indicator in overviews.
        public var headline: Bool
    }

    public struct Words: Codable, Sendable, Equatable {
        public var nl: String
        public var en: String

        package init(nl: String, en: String) {
            self.nl = nl
            self.en = en
        }
    }

    public struct Group: Codable, Sendable, Equatable {
        public var attribute: String
        /// A code, or `unknown`.
        public var group: String
        @ExplicitNull public var participants: Int?
        /// `withheld`, or `nil` when the group is shown.
        @ExplicitNull public var verdict: Verdict?
    }

    public struct Action: Codable, Sendable, Equatable {
        public var finding: String
        public var action: String
        public var owner: String
        public var due: String
        public var status: String
    }

    public struct Earlier: Codable, Sendable, Equatable {
        public var cycle: String
        public var sha256: String
        /// Disparities of this calendar year that still stand, as `indicator metric attribute group`.
        public var standing: [String]
        /// The limits that it was judged by; absent in reports that were made before this was written down.
        public var thresholds: Inputs.Thresholds?
    }

    public struct Withholding: Codable, Sendable, Equatable {
        public var table: String
        public var attribute: String
        public var group: String
        /// `small_cells` or `difference`.
        public var rule: String
        public var reason: String

        package init(table: String, attribute: String, group: String, rule: String, reason: String) {
            self.table = table
            self.attribute = attribute
            self.group = group
            self.rule = rule
            self.reason = reason
        }
    }

    public struct Unavailability: Codable, Sendable, Equatable {
        public var indicator: String
        public var reason: String

        package init(indicator: String, reason: String) {
            self.indicator = indicator
            self.reason = reason
        }
    }

    /// Counts of verdicts over all findings of the judged window; mirrors are counted apart.
    public struct Summary: Codable, Sendable, Equatable {
        public var equivalent: Int
        public var inconclusive: Int
        public var signal: Int
        public var disparity: Int
        public var withheld: Int
        public var unavailable: Int
        public var mirrors: Int
        /// Findings of `disparity` and `signal` that are adverse and no mirror: what exit codes count.
        public var adverseDisparities: Int
        public var adverseSignals: Int
        public var signalsExpectedByChance: Double
        public var comparisons: Int
        public var primaryFamilySize: Int
    }
}
