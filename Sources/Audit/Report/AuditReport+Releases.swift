extension AuditReport {
    /// One gate that is on record: names, ids and a verdict. It carries no count, so nothing in it needs withholding.
    public struct Release: Codable, Sendable, Equatable {
        public var name: String
        /// The day of the gate.
        public var on: String
        public var attempt: Int
        public var verdict: Verdict
        /// What the gate's process exited with.
        public var exitCode: Int
        public var baseline: Core
        public var candidate: Core
        /// Ids of findings and broken invariants that blocked.
        public var blockedBy: [String]
        /// Overrides that were given for this candidate.
        public var overrides: [Override]
        /// SHA-256 of the gate's record.
        public var record: String

        public enum Verdict: String, Codable, Sendable, CaseIterable {
            case passed
            case blocked
            case notSettled = "not_settled"
        }

        public struct Core: Codable, Sendable, Equatable {
            public var name: String
            public var version: String
            public var sha256: String

            public init(name: String, version: String, sha256: String) {
                self.name = name
                self.version = version
                self.sha256 = sha256
            }
        }

        public struct Override: Codable, Sendable, Equatable {
            public var id: String
            public var approver: String
            public var role: String
            public var reason: String
            public var approvedOn: String
            public var expires: String
            /// Ids of findings that it was written for.
            public var findings: [String]
            /// Ids of findings that it let pass in this gate.
            public var used: [String]
            /// On the last day of the report.
            public var state: State

            public enum State: String, Codable, Sendable, CaseIterable {
                case inForce = "in_force"
                case expired
                case notYet = "not_yet"
            }

            public init(
                id: String, approver: String, role: String, reason: String, approvedOn: String, expires: String, findings: [String], used: [String],
                state: State
            ) {
                self.id = id
                self.approver = approver
                self.role = role
                self.reason = reason
                self.approvedOn = approvedOn
                self.expires = expires
                self.findings = findings
                self.used = used
                self.state = state
            }
        }

        public init(
            name: String, on: String, attempt: Int, verdict: Verdict, exitCode: Int, baseline: Core, candidate: Core, blockedBy: [String],
            overrides: [Override], record: String
        ) {
            self.name = name
            self.on = on
            self.attempt = attempt
            self.verdict = verdict
            self.exitCode = exitCode
            self.baseline = baseline
            self.candidate = candidate
            self.blockedBy = blockedBy
            self.overrides = overrides
            self.record = record
        }
    }

    /// A version of the algorithm that made lists in the judged window, and how it came there.
    public struct LiveVersion: Codable, Sendable, Equatable {
        public var version: String
        public var gate: Gate

        public enum Gate: String, Codable, Sendable, CaseIterable {
            /// A gate passed it before it made these lists.
            case passed
            /// A gate passed it, after it had begun to make lists.
            case later
            /// There are gates on record, and none of them passed it.
            case notPassed = "not_passed"
            /// It went live without a gate on record.
            case none
            /// No record of gates was given, so nothing can be said.
            case notLookedUp = "not_looked_up"
        }
    }
}
