extension AuditReport {
    /// What people wrote down about the system and about the ground for this audit, and the rules by which small numbers were left out.
    /// What they did not write down is absent; nothing is made up for it.
    public struct SystemDescription: Codable, Sendable, Equatable {
        /// SHA-256 of the system's configuration; `nil` when the audit had none.
        @ExplicitNull public var configuration: String?
        @ExplicitNull public var purpose: Words?
        /// In the order in which they happen.
        public var steps: [Step]
        @ExplicitNull public var registerLink: String?
        @ExplicitNull public var aiClassification: AIClassification?
        @ExplicitNull public var legalBasis: Words?
        public var impactAssessments: [ImpactAssessment]
        @ExplicitNull public var retention: Words?
        /// By what people were grouped, and what for.
        public var groupings: [Grouping]
        /// Records under which special categories of personal data were used; empty when none was.
        public var specialCategories: [SpecialCategory]
        public var disclosure: DisclosureRules
        /// Words of this system in place of the tool's own, by key of the phrasebook; absent when it has none.
        public var phrases: [String: Words]?

        public struct Step: Codable, Sendable, Equatable {
            public var name: Words
            /// Who does it.
            public var by: Words
            public var text: Words
            /// No person takes part in this step.
            public var isAutomatic: Bool
            /// It happens at the same moment as the step before it.
            public var isAlongside: Bool
            /// The chapter that looks at it, as `advice`.
            @ExplicitNull public var chapter: String?
        }

        /// What the organisation decided about the AI Act. The tool decides nothing about it.
        public struct AIClassification: Codable, Sendable, Equatable {
            public var `class`: Words
            public var decidedOn: String
            /// A role.
            public var decidedBy: String
        }

        public struct ImpactAssessment: Codable, Sendable, Equatable {
            public var kind: Kind
            public var reference: String
            public var on: String

            /// Of data protection, of human rights and algorithms, and of fundamental rights.
            public enum Kind: String, Codable, Sendable, CaseIterable { case dpia, iama, fria }
        }

        public struct Grouping: Codable, Sendable, Equatable {
            public var attribute: String
            public var purpose: Words
        }

        public struct SpecialCategory: Codable, Sendable, Equatable {
            public var attribute: String
            public var purpose: Words
            /// A role.
            public var approver: String
            public var approvedOn: String
            public var expires: String
        }

        public struct DisclosureRules: Codable, Sendable, Equatable {
            public var minimumCell: Int
            public var minimumNumeratorPublic: Int
            public var differenceGuard: Int
            public var minimumUncertainty: Int
            /// Below it a group gets at most a signal.
            public var minimumGroup: Int
        }
    }

    /// A package that the program was built from.
    public struct Package: Codable, Sendable, Equatable {
        public var name: String
        public var version: String
        public var licence: String

        package init(name: String, version: String, licence: String) {
            self.name = name
            self.version = version
            self.licence = licence
        }
    }
}

extension AuditReport.SystemDescription {
    init(_ system: SystemConfiguration, limits: Thresholds) {
        self.init(
            configuration: system.sha256.isEmpty ? nil : system.sha256, purpose: system.description?.purpose,
            steps: system.description?.steps ?? [], registerLink: system.description?.registerLink,
            aiClassification: system.description?.aiClassification, legalBasis: system.lawfulness?.legalBasis,
            impactAssessments: system.lawfulness?.impactAssessments ?? [], retention: system.lawfulness?.retention,
            groupings: system.attributes.map { .init(attribute: $0.attribute.rawValue, purpose: $0.purpose) },
            specialCategories: system.specialCategories.map {
                .init(attribute: $0.attribute.rawValue, purpose: $0.purpose, approver: $0.approver, approvedOn: $0.approvedOn.iso, expires: $0.expires.iso)
            },
            disclosure: .init(
                minimumCell: limits.disclosure.minimumCell.value, minimumNumeratorPublic: limits.disclosure.minimumNumeratorPublic.value,
                differenceGuard: limits.disclosure.differenceGuard.value, minimumUncertainty: limits.disclosure.minimumUncertainty.value,
                minimumGroup: limits.analysis.minimumGroup.value),
            phrases: system.phrases.isEmpty ? nil : system.phrases)
    }
}
