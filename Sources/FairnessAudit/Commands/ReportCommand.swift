import ArgumentParser
import Audit
import Cohort
import Foundation
import Reporting

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the pages of a report again from its audit.json, without measuring anything again.",
        discussion: """
            Another language, other templates, or another edition of the same findings. A report that was made for inside the organisation \
            cannot become one that leaves it: its small numbers were judged by the rules for inside. Make that one with run --edition.
            """)

    @Option(help: "The audit.json of a report.")
    var from: String

    @Option(help: "Folder of the pages.")
    var out: String

    @Flag(help: "Replace pages that are already there.")
    var force = false

    @Option(help: "Who it is for: full, public, resident or council. Default: whom the report was made for.")
    var edition: Edition?

    @Option(help: "Language of the report: nl or en.")
    var language: Language = .nl

    @Option(help: "The day on which the pages are made, such as 2027-01-15: a report that has expired by then says so. Default: today.")
    var on: Day?

    @Option(help: "Folder with templates or phrases that replace the built-in ones, file by file.")
    var templates: String?

    func run() throws {
        var report = try AuditFile.read(from)
        let edition = edition ?? report.edition
        guard report.edition.mayBeShown(as: edition) else { throw AuditFileError.disclosedForInside(path: from, edition: edition) }
        report.edition = edition
        let library = try TemplateLibrary(overrides: templates)
        let files = try ReportFiles(report, language: language, library: library, on: (on ?? .today()).iso)
        let folder = try ReportFolder(out, force: force, names: files.pages.map(\.name))
        try folder.write(files.pages)
        Terminal.print("\(folder.path)/\(HTMLFormat.fileName)")
    }
}
