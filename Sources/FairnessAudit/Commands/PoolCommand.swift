import ArgumentParser
import Audit
import Reporting

struct PoolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pool",
        abstract: "Judge several organisations together from their summaries: what is so on average in them, and where they differ.",
        discussion: """
            People are only compared with others of their own organisation. A comparison that fewer organisations share than --minimum is not \
            shown, since each could compute another's figures from it. Where organisations differ (p of Cochran's Q at most .10) nothing is \
            called small, and they are shown apart.
            """)

    @Argument(help: "Summaries that summarise or merge wrote.")
    var parts: [String]

    @Option(help: "Folder of the report.")
    var out: String

    @Flag(help: "Replace a report that is already there.")
    var force = false

    @Option(help: "How many organisations a comparison needs to be shown. Below 3 only when all of them agree to see each other's figures.")
    var minimum: Int = Pool.usualMinimum

    @Option(help: "Write the page that this organisation may see about itself, and nothing about any other.")
    var about: String?

    @Option(help: "Language of the report: nl or en.")
    var language: Language = .nl

    @Option(help: "Folder with templates or phrases that replace the built-in ones, file by file.")
    var templates: String?

    func validate() throws {
        guard minimum >= 2 else { throw ValidationError("--minimum takes a number of at least 2.") }
    }

    func run() throws {
        let library = try TemplateLibrary(overrides: templates)
        let report = try Pool.report(SummaryFiles.merged(parts), minimum: minimum, toolVersion: Tool.version)
        if let about, !report.organisations.contains(where: { $0.name == about }) {
            throw PoolError.unknown(about, known: report.organisations.map(\.name))
        }
        let folder = try ReportFolder(out, force: force, names: about == nil ? PoolFiles.names : PoolFiles.ownNames)
        try folder.write(PoolFiles(report, about: about, language: language, library: library).all)
        Terminal.print("\(folder.path)/report.html")
    }
}
