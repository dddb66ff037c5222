import ArgumentParser
import Cohort
import MatchReplay

struct WhatIf: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whatif",
        abstract: "Replay the lists under scenarios: what would change, who would gain and who would lose.",
        discussion: """
            Every scenario changes one thing of people's scores, places or core and makes everybody's latest list again. Gains and losses \
            are printed side by side. Nothing is chosen for you: a remedy for a test that measures too low takes from people whose \
            scores truly are low.
            """)

    @OptionGroup var laboratory: LaboratoryOptions

    @Option(parsing: .upToNextOption, help: "Scenarios by name; --list says which there are. Without it every one that the snapshot allows.")
    var scenario: [String] = []

    @Flag(help: "List the scenarios that can be asked of this snapshot.")
    var list = false

    @Option(help: "Group people by: \(Attribute.allCases.map(\.rawValue).joined(separator: ", ")).")
    var attribute: Attribute = .testLanguage

    @Option(help: "How many places count as shown first.")
    var depth: Int = 5

    @Option(help: "The test language that others are linked to.")
    var reference: String = "nl"

    @Option(help: "A supplier's norm table, for norms_supplier.")
    var normTable: String?

    @Option(parsing: .upToNextOption, help: "Other cores, for user_core:FILE; each is also a scenario by itself.")
    var withCore: [String] = []

    @Option(help: "Days within which a place must have been confirmed, for only_fresh_places.")
    var freshDays: Int = OnlyFreshPlaces.usualDays

    @Option(help: "Seed of random_ties.")
    var drawSeed: UInt64 = 1

    func validate() throws {
        guard (1...100).contains(depth) else { throw ValidationError("--depth takes a number of places from 1 to 100.") }
    }

    func run() async throws {
        try await Interruption.cancels { try work() }
    }

    private func work() throws {
        let output = try laboratory.output()
        let catalogue = ScenarioCatalogue(try options())
        // Misspelt names are said before the slow work.
        let named = try scenario.map { try catalogue.scenario($0) }
        let input = try laboratory.input()
        guard !list else { return printCatalogue(catalogue, input.snapshot) }

        let asked = named.isEmpty ? try catalogue.ids(for: input.snapshot).map { try catalogue.scenario($0) } : named
        let laboratory = try ScenarioLaboratory(input, depth: depth, threads: laboratory.threads)
        var results: [ScenarioResult] = []
        for (number, scenario) in asked.enumerated() {
            try Task.checkCancellation()
            Terminal.step("\(number + 1) of \(asked.count): \(scenario.id)")
            do {
                results.append(ScenarioResult(scenario, .done(try laboratory.outcome(of: scenario))))
            } catch {
                // A scenario that was asked for by name and cannot be tried is an error; one of all of them is a line that says why.
                guard named.isEmpty else { throw error }
                results.append(ScenarioResult(scenario, .refused(error.description)))
            }
        }
        try Task.checkCancellation()
        let report = WhatIfReport(results: results, attribute: attribute, depth: depth, snapshot: input.snapshot, core: input.core)
        report.print()
        try output?.write(json: report.json)
    }

    private func options() throws -> ScenarioCatalogue.Options {
        var options = ScenarioCatalogue.Options()
        options.reference = reference
        options.freshDays = freshDays
        options.tieSeed = drawSeed
        if let normTable { options.normTable = try NormTable.read(InputFile.read(normTable, what: "The norm table"), source: normTable) }
        for path in withCore { options.cores[path] = try CoreFile.ranking(path, demo: false) }
        return options
    }

    private func printCatalogue(_ catalogue: ScenarioCatalogue, _ snapshot: Snapshot) {
        var table = TextTable([("scenario", .left), ("what is different", .left)])
        for id in catalogue.ids(for: snapshot) {
            if let scenario = try? catalogue.scenario(id) { table.add(id, scenario.summary) }
        }
        table.print()
        Terminal.print("Each that scales also with rescaled_ before it: then scaling constants are computed anew from the changed scores.")
    }
}

extension Attribute: ExpressibleByArgument {}
