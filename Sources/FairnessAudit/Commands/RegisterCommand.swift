import ArgumentParser
import Audit
import Foundation
import Reporting

struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Write an entry for the Dutch algorithm register from the audit.json of a report.",
        discussion: """
            Fills in what the audit knows: the name, the organisation, how the system is monitored and what the last audit said, in counts \
            of verdicts. Every other field is left open, with who in the municipality knows it. No number of people enters, so the entry may \
            be made from a report for inside the organisation.
            """)

    @Option(help: "The audit.json of a report.")
    var from: String

    @Option(help: "Folder of register.json and register.md.")
    var out: String

    @Flag(help: "Replace files that are already there.")
    var force = false

    @Option(help: "Language of the entry: nl or en.")
    var language: Language = .nl

    @Option(help: "Folder with phrases that replace the built-in ones, file by file.")
    var templates: String?

    func run() throws {
        let report = try AuditFile.read(from)
        let entry = try RegisterEntry(report, language: language, library: try TemplateLibrary(overrides: templates))
        let files = [(name: "register.json", content: try entry.json()), (name: "register.md", content: Data(try entry.markdown().utf8))]
        let folder = try ReportFolder(out, force: force, names: files.map(\.name))
        try folder.write(files)
        Terminal.print("\(folder.path)/register.md")
    }
}
