extension AuditReport {
    /// What people made of a finding, or of all findings that its key names. The tool fills in nothing here.
    public struct Assessment: Codable, Sendable, Equatable {
        /// `indicator metric attribute group`, or the start of that.
        public var finding: String
        @ExplicitNull public var bias: Statement?
        public var justification: Justification
        @ExplicitNull public var desirability: Statement?

        public struct Justification: Codable, Sendable, Equatable {
            @ExplicitNull public var legitimate: Statement?
            @ExplicitNull public var suitable: Statement?
            @ExplicitNull public var necessary: Statement?
            @ExplicitNull public var proportionate: Statement?
        }

        public func statement(_ step: AssessmentStep) -> Statement? {
            switch step {
            case .bias: bias
            case .legitimate: justification.legitimate
            case .suitable: justification.suitable
            case .necessary: justification.necessary
            case .proportionate: justification.proportionate
            case .desirability: desirability
            }
        }
    }

    public struct Statement: Codable, Sendable, Equatable {
        public var text: String
        /// A role.
        public var by: String
        public var on: String
    }

    /// Who stands for the report, and what was decided on it.
    public struct SignOff: Codable, Sendable, Equatable {
        /// Who made the report.
        @ExplicitNull public var author: Signature?
        /// Somebody else, who checked it.
        @ExplicitNull public var reviewer: Signature?
        /// What the data protection officer advised.
        @ExplicitNull public var advice: Statement?
        @ExplicitNull public var decision: Decision?
        /// A day before the report's own last day, when people want it to hold shorter.
        @ExplicitNull public var expires: String?

        public struct Signature: Codable, Sendable, Equatable {
            /// A role.
            public var by: String
            public var on: String
        }

        public struct Decision: Codable, Sendable, Equatable {
            public var outcome: Outcome
            public var reason: String
            /// A role.
            public var by: String
            public var on: String
        }

        public enum Outcome: String, Codable, Sendable, CaseIterable {
            case `continue`
            case adjust
            case stop
        }

        public enum Part: String, Codable, Sendable, CaseIterable {
            case author, reviewer, advice, decision
        }

        public func has(_ part: Part) -> Bool {
            switch part {
            case .author: author != nil
            case .reviewer: reviewer != nil
            case .advice: advice != nil
            case .decision: decision != nil
            }
        }
    }

    /// Whether people have done with the report what makes it final.
    public struct Status: Codable, Sendable, Equatable {
        public var state: State
        /// Adverse signals and disparities of the judged window.
        public var findings: Int
        /// Those of which every step is filled in.
        public var assessed: Int
        public var open: [Open]
        /// Signatures that are missing.
        public var unsigned: [SignOff.Part]

        public enum State: String, Codable, Sendable, CaseIterable {
            case draft
            case final
        }

        public struct Open: Codable, Sendable, Equatable {
            public var finding: String
            public var steps: [AssessmentStep]
        }
    }

    /// The last day on which the report may be used.
    public var expires: String { min(cycle.expires, signOff?.expires ?? cycle.expires) }

    /// On `day`, such as `2027-05-01`, it may not be used any more.
    public func isExpired(on day: String) -> Bool { expires < day }
}
