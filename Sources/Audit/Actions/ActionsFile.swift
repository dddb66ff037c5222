import Cohort

/// `actions.json`: what was decided about each option for action and about findings, kept by people under version control.
public struct ActionsFile: Sendable, Equatable {
    /// What became of options for action; an option that nobody wrote about is not in it.
    public let options: [Option]
    /// Agreements that follow from findings.
    public let findings: [Agreement]
    /// SHA-256 of the file's bytes.
    public let sha256: String

    public struct Option: Sendable, Equatable {
        /// Id in the inventory, such as `H224`.
        public let id: String
        public let status: ActionStatus
        /// A role, never a person's name.
        public let owner: String
        /// `nil` when no day was agreed.
        public let due: Day?
        public let decidedOn: Day?
        public let evidence: [Evidence]
        /// Indicators by which people want to see whether something changes.
        public let watch: [String]
        /// In order of time; the last one is `status`, unless nothing was written down.
        public let history: [Change]
    }

    public struct Evidence: Sendable, Equatable {
        public let text: String
        public let link: String?
    }

    public struct Change: Sendable, Equatable {
        public let on: Day
        public let status: ActionStatus
        public let note: String?
    }

    public struct Agreement: Sendable, Equatable {
        /// `indicator metric attribute group`, or the start of that.
        public let finding: String
        public let action: String
        public let owner: String
        public let due: Day
        public let status: ActionStatus
    }
}

public enum ActionStatus: String, Sendable, Codable, CaseIterable {
    case done
    case busy
    case notStarted = "not_started"
    case dropped

    /// Whether a day that has passed makes it overdue.
    var isOpen: Bool { self == .busy || self == .notStarted }
}
