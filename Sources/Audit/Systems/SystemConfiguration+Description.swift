import Cohort

extension SystemConfiguration {
    /// What the system does, step by step, as its organisation tells it.
    public struct Description: Sendable, Equatable {
        public var purpose: AuditReport.Words
        public var steps: [AuditReport.SystemDescription.Step]
        public var registerLink: String?
        public var aiClassification: AuditReport.SystemDescription.AIClassification?

        /// `nil` when the configuration has no such block: then the report says that it was not filled in.
        static func read(_ root: inout JSONObject) throws(JSONError) -> Description? {
            guard var object = try root.optionalObject("description") else { return nil }
            var steps: [AuditReport.SystemDescription.Step] = []
            for var entry in try object.objects("steps") {
                let step = AuditReport.SystemDescription.Step(
                    name: try SystemConfiguration.words(&entry, "name"), by: try SystemConfiguration.words(&entry, "by"),
                    text: try SystemConfiguration.words(&entry, "text"), isAutomatic: try entry.optionalBool("automatic") ?? false,
                    isAlongside: try entry.optionalBool("alongside") ?? false, chapter: try chapter(&entry))
                guard !(steps.isEmpty && step.isAlongside) else { throw entry.error("alongside", "the first step has none before it to stand beside") }
                let before = steps.lastIndex { !$0.isAlongside }.map { steps[$0...] } ?? []
                guard !(step.isAlongside && before.contains { $0.by == step.by }) else {
                    throw entry.error("by", "does two things at the same moment; let another do one of them, or leave out \"alongside\"")
                }
                steps.append(step)
                try entry.close()
            }
            let description = Description(
                purpose: try SystemConfiguration.words(&object, "purpose"), steps: steps, registerLink: try link(&object),
                aiClassification: try classification(&object))
            try object.close()
            return description
        }

        private static func chapter(_ entry: inout JSONObject) throws(JSONError) -> String? {
            guard entry.optionalValue("chapter") != nil else { return nil }
            return try entry.choice("chapter", of: IndicatorEntry.Chapter.self).rawValue
        }

        /// A reader may follow it, so it must say where it leads.
        private static func link(_ object: inout JSONObject) throws(JSONError) -> String? {
            guard let link = try object.optionalString("registerLink") else { return nil }
            guard link.hasPrefix("https://"), !link.contains(where: \.isWhitespace) else {
                throw object.error("registerLink", "is no address; write it as https://..., or leave it out")
            }
            return link
        }

        private static func classification(_ object: inout JSONObject) throws(JSONError) -> AuditReport.SystemDescription.AIClassification? {
            guard var entry = try object.optionalObject("aiClassification") else { return nil }
            let classification = AuditReport.SystemDescription.AIClassification(
                class: try SystemConfiguration.words(&entry, "class"), decidedOn: try Thresholds.day(&entry, "decidedOn").iso,
                decidedBy: try entry.words("decidedBy"))
            try entry.close()
            return classification
        }
    }
}
