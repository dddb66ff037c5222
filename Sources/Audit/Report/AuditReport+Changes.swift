extension AuditReport {
    /// What is otherwise than in the previous report of this system. It says that something moved, never why.
    public struct Changes: Codable, Sendable, Equatable {
        /// Cycle of the previous report.
        public var since: String
        public var thresholds: Thresholds
        /// `nil` = the lists come from the same ranking core.
        @ExplicitNull public var core: Core?
        public var findings: Findings
        public var promises: [Promise]

        public struct Thresholds: Codable, Sendable, Equatable {
            /// The file has other bytes.
            public var changed: Bool
            /// Limits of questions that were asked first, now or then.
            public var limits: [Limit]
            /// Questions that are asked first now and were not then, and the other way round; as `indicator metric attribute`.
            public var added: [String]
            public var dropped: [String]
        }

        /// Margin and signal size of a question, in its unit.
        public struct Limit: Codable, Sendable, Equatable {
            /// `indicator metric attribute`
            public var question: String
            public var marginBefore: Double
            public var margin: Double
            public var signalBefore: Double
            public var signal: Double
        }

        public struct Core: Codable, Sendable, Equatable {
            public var before: Release.Core
            public var now: Release.Core
            /// Name and verdict of the last gate of the present core that this report knows; `nil` = none.
            @ExplicitNull public var release: String?
            @ExplicitNull public var verdict: Release.Verdict?
        }

        /// Adverse disparities, as `indicator metric attribute group`.
        public struct Findings: Codable, Sendable, Equatable {
            public var new: [String]
            public var remaining: [String]
            public var gone: [Gone]
        }

        /// Shown then, and not now. None of these means that the cause was taken away.
        public struct Gone: Codable, Sendable, Equatable {
            public var finding: String
            public var now: Now

            public enum Now: String, Codable, Sendable, CaseIterable {
                /// Shown to be small.
                case equivalent
                case inconclusive
                /// Still large enough to matter, and no longer shown.
                case signal
                /// It only mirrors another group's difference.
                case mirror
                /// The difference points the other way.
                case favourable
                /// Too few people to show it, or not to be determined, or not asked.
                case notShown = "not_shown"
            }
        }

        public struct Promise: Codable, Sendable, Equatable {
            /// Id of the option for action, or the key of the finding.
            public var about: String
            /// What was agreed; `nil` for an option, whose words the inventory has.
            @ExplicitNull public var action: String?
            /// A role.
            public var owner: String
            @ExplicitNull public var due: String?
            public var state: State

            public enum State: String, Codable, Sendable, CaseIterable {
                case kept
                case notKept = "not_kept"
                case notDue = "not_due"
                case dropped
                /// It stood in the previous report and nobody says what became of it.
                case unmentioned
            }
        }
    }
}
