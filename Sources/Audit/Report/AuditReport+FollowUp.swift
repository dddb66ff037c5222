extension AuditReport {
    /// A line of the inventory with what this report has to say about it.
    public struct InventoryEntry: Codable, Sendable, Equatable {
        /// `H224`.
        public var id: String
        public var kind: InventoryLine.Kind
        public var source: InventoryLine.Source
        public var line: Int
        /// Heading under which an option for action stands.
        @ExplicitNull public var section: InventoryLine.Section?
        public var words: Words
        /// Indicators that answer it; `outcomes` says what each found.
        public var indicators: [String]
        /// Why no indicator answers it, or what they leave unanswered.
        @ExplicitNull public var reason: Reason?
        /// What people did about an option for action; `nil` = nothing was written down, or it is no option.
        @ExplicitNull public var progress: Progress?

        public struct Reason: Codable, Sendable, Equatable {
            public var code: String
            public var words: Words
        }

        public struct Progress: Codable, Sendable, Equatable {
            public var status: ActionStatus
            /// A role.
            public var owner: String
            @ExplicitNull public var due: String?
            @ExplicitNull public var decidedOn: String?
            /// On the last day of the report: it is open, and its day has passed.
            public var overdue: Bool
            public var evidence: [Evidence]
            public var watch: [String]
            public var history: [Change]
        }

        public struct Evidence: Codable, Sendable, Equatable {
            public var text: String
            @ExplicitNull public var link: String?
        }

        public struct Change: Codable, Sendable, Equatable {
            public var on: String
            public var status: ActionStatus
            @ExplicitNull public var note: String?
        }
    }

    /// What one indicator found in the judged window, and whether its headline moved since earlier reports.
    public struct IndicatorOutcome: Codable, Sendable, Equatable {
        public var indicator: String
        /// From the catalogue.
        public var name: Words
        public var chapter: String
        public var state: State
        /// Why it is unavailable.
        @ExplicitNull public var reason: String?
        /// Counts of verdicts; mirrors are not counted.
        public var verdicts: Verdicts
        /// One per earlier report, in order of time.
        public var trend: [Trend]

        public enum State: String, Codable, Sendable, CaseIterable {
            /// Groups were compared.
            case compared
            /// Figures without a comparison of groups.
            case described
            /// A check of the tool on itself, which held: a report exists.
            case toolCheck = "tool_check"
            case unavailable
            /// Not asked in this report.
            case notAsked = "not_asked"
        }

        public struct Verdicts: Codable, Sendable, Equatable {
            public var equivalent: Int
            public var inconclusive: Int
            public var signal: Int
            public var disparity: Int
            public var withheld: Int
            public var unavailable: Int
            /// Of `signal` and `disparity`: those that are adverse for the group.
            public var adverse: Int
        }

        /// Sizes of the same differences now and then. It says that they moved, never why.
        public struct Trend: Codable, Sendable, Equatable {
            /// Cycle of the earlier report.
            public var since: String
            public var state: State
            /// Comparisons of the headline that stand in both reports with a number.
            public var comparisons: Int
            /// Those where the disadvantage of the group is larger, or smaller, now: by more than the margin, and the earlier value
            /// lies outside the present 95 % interval. As `attribute group`.
            public var larger: [String]
            public var smaller: [String]

            public enum State: String, Codable, Sendable, CaseIterable {
                case comparable
                /// What is measured, or how, is another thing now.
                case definitionChanged = "definition_changed"
                /// The lists come from another ranking core.
                case coreChanged = "core_changed"
                /// No comparison has a number in both reports.
                case nothingInCommon = "nothing_in_common"
            }
        }
    }
}
