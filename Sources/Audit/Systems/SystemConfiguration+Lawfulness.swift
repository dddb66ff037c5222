import Cohort

extension SystemConfiguration {
    /// On what ground the audit uses people's data, as its organisation decided. Each part may be missing; the report says which.
    public struct Lawfulness: Sendable, Equatable {
        public var legalBasis: AuditReport.Words?
        public var impactAssessments: [AuditReport.SystemDescription.ImpactAssessment]
        public var retention: AuditReport.Words?

        static func read(_ root: inout JSONObject) throws(JSONError) -> Lawfulness? {
            guard var object = try root.optionalObject("lawfulness") else { return nil }
            let lawfulness = Lawfulness(
                legalBasis: try optionalWords(&object, "legalBasis"), impactAssessments: try impactAssessments(&object),
                retention: try optionalWords(&object, "retention"))
            try object.close()
            return lawfulness
        }

        private static func optionalWords(_ object: inout JSONObject, _ key: String) throws(JSONError) -> AuditReport.Words? {
            object.optionalValue(key) == nil ? nil : try SystemConfiguration.words(&object, key)
        }

        private static func impactAssessments(_ object: inout JSONObject) throws(JSONError) -> [AuditReport.SystemDescription.ImpactAssessment] {
            guard object.optionalValue("impactAssessments") != nil else { return [] }
            var assessments: [AuditReport.SystemDescription.ImpactAssessment] = []
            for var entry in try object.objects("impactAssessments") {
                assessments.append(.init(
                    kind: try entry.choice("kind", of: AuditReport.SystemDescription.ImpactAssessment.Kind.self),
                    reference: try entry.words("reference"), on: try Thresholds.day(&entry, "on").iso))
                try entry.close()
            }
            return assessments
        }
    }
}
