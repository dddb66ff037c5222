/// What came of every check of a core.
public struct ConformanceReport: Sendable, Equatable, Encodable {
    public enum Outcome: Sendable, Equatable {
        case passed(cases: Int)
        /// - Parameters:
        ///   - problem: what went wrong.
        ///   - example: the smallest case found in which it does; all values in it are made up.
        case failed(problem: String, example: String)
        case notApplicable(reason: String)
    }

    public struct Check: Sendable, Equatable {
        public var name: String
        public var tried: String
        public var outcome: Outcome

        public init(name: String, tried: String, outcome: Outcome) {
            self.name = name
            self.tried = tried
            self.outcome = outcome
        }
    }

    public var core: String
    public var version: String
    public var claims: CoreClaims
    public var checks: [Check]

    public init(core: String, version: String, claims: CoreClaims, checks: [Check]) {
        self.core = core
        self.version = version
        self.claims = claims
        self.checks = checks
    }

    public var failures: [Check] {
        checks.filter { if case .failed = $0.outcome { true } else { false } }
    }

    /// Whether nothing failed. It says that no check found anything, not that the core is right.
    public var isConformant: Bool { failures.isEmpty }
}

extension ConformanceReport.Check: Encodable {
    private enum Key: String, CodingKey { case name, tried, outcome, cases, problem, example, reason }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(tried, forKey: .tried)
        switch outcome {
        case .passed(let cases):
            try container.encode("passed", forKey: .outcome)
            try container.encode(cases, forKey: .cases)
        case .failed(let problem, let example):
            try container.encode("failed", forKey: .outcome)
            try container.encode(problem, forKey: .problem)
            try container.encode(example, forKey: .example)
        case .notApplicable(let reason):
            try container.encode("not_applicable", forKey: .outcome)
            try container.encode(reason, forKey: .reason)
        }
    }
}

extension CoreClaims: Encodable {
    private enum Key: String, CodingKey { case monotone, ties, ranks }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(monotone, forKey: .monotone)
        try container.encode(ties?.rawValue, forKey: .ties)
        try container.encode(ranks?.rawValue, forKey: .ranks)
    }
}
