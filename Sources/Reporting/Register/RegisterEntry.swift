import Audit
import Foundation

/// What a report knows for an entry in the algorithm register; the rest is for the municipality, and each field says who knows it.
///
/// Of the findings only counts of verdicts enter, so that an entry may be made from a report for inside the organisation too.
public struct RegisterEntry {
    /// The version of the standard whose names the fields have.
    static let standardVersion = "1.0"
    /// The register cuts a short description off here.
    static let shortDescription = 350

    let values: [RegisterField: String]
    private let words: Words
    private let report: AuditReport

    public init(_ report: AuditReport, language: Language, library: TemplateLibrary) throws(RenderingError) {
        let words = Words(book: try library.phrasebook(language, of: report))
        self.words = words
        self.report = report
        values = Self.values(report, words)
        guard words.holes.keys.isEmpty else { throw .missingPhrases(language: language.rawValue, keys: words.holes.keys.sorted()) }
    }

    // MARK: - What is known

    private static func values(_ report: AuditReport, _ words: Words) -> [RegisterField: String] {
        var values: [RegisterField: String] = [
            .name: report.system.name, .organization: report.system.organisation, .monitoring: monitoring(report, words),
            .methodsAndModels: methods(report, words),
        ]
        guard let about = report.about else { return values }
        if let purpose = about.purpose.map(words.pick), purpose.count < shortDescription { values[.descriptionShort] = purpose }
        values[.url] = about.registerLink
        let people = about.steps.filter { !$0.isAutomatic }
        if !people.isEmpty {
            values[.humanIntervention] = words.text("register.human", ["steps": people.map { step($0, words) }.joined(separator: " ")])
        }
        if !about.impactAssessments.isEmpty {
            values[.impactAssessments] = about.impactAssessments.map {
                "\($0.kind.rawValue.uppercased()): " + words.text("lawful.assessment", ["reference": $0.reference, "on": words.date($0.on)])
            }.joined(separator: "; ")
        }
        return values
    }

    private static func step(_ step: AuditReport.SystemDescription.Step, _ words: Words) -> String {
        "\(words.pick(step.name)) (\(words.pick(step.by).lowercasedFirst)): \(words.pick(step.text))"
    }

    private static func methods(_ report: AuditReport, _ words: Words) -> String {
        let core = words.text("register.methods", ["core": report.inputs.core.name, "version": report.inputs.core.version])
        let automatic = report.about?.steps.filter(\.isAutomatic).map { step($0, words) } ?? []
        return ([core] + automatic).joined(separator: " ")
    }

    /// Counts over all groups together; never a number of people, and never a group.
    private static func monitoring(_ report: AuditReport, _ words: Words) -> String {
        let summary = report.summary
        func count(_ value: Int) -> String { words.numbers.count(value) }
        return [
            words.text("register.monitoring", ["from": words.date(report.cycle.from), "to": words.date(report.cycle.to), "all": count(summary.comparisons)]),
            words.text("register.monitoring.found", [
                "disparity": count(summary.disparity), "adverse": count(summary.adverseDisparities), "signal": count(summary.signal),
                "chance": words.numbers.decimal(summary.signalsExpectedByChance, digits: 1),
            ]),
            words.text("register.monitoring.rest", [
                "equivalent": count(summary.equivalent), "inconclusive": count(summary.inconclusive), "withheld": count(summary.withheld),
                "unavailable": count(summary.unavailable), "mirrors": count(summary.mirrors),
            ]),
            words.text(report.fidelity.passed ? "register.monitoring.replayed" : "register.monitoring.not_replayed"),
            words.text(report.assessments.isEmpty ? "register.monitoring.draft" : "register.monitoring.assessed", ["expires": words.date(report.cycle.expires)]),
        ].joined(separator: " ")
    }

    // MARK: - Files

    /// The entry by the register's own names; `null` is to be filled in, and `toFillIn` says by whom.
    public func json() throws -> Data {
        struct File: Encodable {
            var standardVersion: String
            var entry: [String: String?]
            var toFillIn: [Open]
            struct Open: Encodable { var field: String, label: String, by: String }
        }
        let open = RegisterField.allCases.filter { values[$0] == nil }
        let file = File(
            standardVersion: Self.standardVersion,
            entry: Dictionary(uniqueKeysWithValues: RegisterField.allCases.map { ($0.rawValue, values[$0]) }),
            toFillIn: open.map { .init(field: $0.rawValue, label: label($0), by: keeper($0)) })
        return try file.canonicalJSON()
    }

    public func markdown() throws(RenderingError) -> String {
        func rows(_ fields: [RegisterField], _ cell: (RegisterField) -> String) -> [[Table.Cell]] { fields.map { [.text([label($0), $0.rawValue]), .text(cell($0))] } }
        let known = RegisterField.allCases.filter { values[$0] != nil }
        let open = RegisterField.allCases.filter { values[$0] == nil }
        let section = ReportDocument.Section(id: "register", title: words.text("register.section"), blocks: [
            .table(Table(
                caption: words.text("register.known"), columns: ["register.field", "register.text"].map { .init(title: words.text($0)) },
                rows: rows(known) { values[$0] ?? "" })),
            .table(Table(
                caption: words.text("register.open"), columns: ["register.field", "register.by"].map { .init(title: words.text($0)) },
                rows: rows(open, keeper))),
        ])
        let document = ReportDocument(
            language: words.language, kicker: words.text("register.kicker", ["version": Self.standardVersion]),
            title: words.text("register.title", ["system": report.system.name]), lede: [words.text("register.lede")], banner: nil, tally: [],
            sections: [section], footer: words.text("footer.register", ["tool": report.tool.name, "version": report.tool.version]))
        guard words.holes.keys.isEmpty else { throw .missingPhrases(language: words.language.rawValue, keys: words.holes.keys.sorted()) }
        return MarkdownFormat().render(document)
    }

    private func label(_ field: RegisterField) -> String { words.text("register.field.\(field.rawValue)") }

    private func keeper(_ field: RegisterField) -> String { words.text("register.by.\(field.keeper.rawValue)") }
}
