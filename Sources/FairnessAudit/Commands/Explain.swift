import ArgumentParser
import Cohort
import MatchReplay

struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Attribute a group's gap in an indicator to scales and components.",
        discussion: """
            Shapley values: what the gap owes to the group's mean on each scale, averaged over all orders in which scales could be evened out. \
            They say how the core turns scores into lists, not why scores differ.
            """)

    @OptionGroup var laboratory: LaboratoryOptions

    @Option(help: "M1 (distance of the best place), M2 (day activity in the first places) or M3 (attention it gets).")
    var indicator: String

    @Option(help: "Group people by: \(Attribute.allCases.map(\.rawValue).joined(separator: ", ")).")
    var attribute: Attribute

    @Option(help: "The group whose gap is explained, such as ar.")
    var group: String

    @Option(help: "How many places count as shown first, for M2 and M3.")
    var depth: Int = 5

    @Option(help: "Pairs of orders drawn where there are more than \(GapAttribution.mostExactPlayers) scales.")
    var pairs: Int = 100

    @Option(help: "The test language that others are compared with.")
    var reference: String = "nl"

    @Option(help: "Seed of the orders that are drawn.")
    var drawSeed: UInt64 = 1

    func validate() throws {
        guard ListIndicator(id: indicator) != nil else { throw ValidationError("--indicator takes M1, M2 or M3: those rest on the list alone.") }
        guard (1...100).contains(depth) else { throw ValidationError("--depth takes a number of places from 1 to 100.") }
        guard (2...100_000).contains(pairs) else { throw ValidationError("--pairs takes a number from 2 to 100000.") }
    }

    func run() async throws {
        try await Interruption.cancels { try work() }
    }

    private func work() throws {
        let output = try laboratory.output()
        guard let indicator = ListIndicator(id: indicator, depth: depth) else { return }
        let input = try laboratory.input()
        func attribution(_ players: GapAttribution.Players) throws -> GapAttribution {
            Terminal.step("Attributing the gap to \(players.rawValue)")
            return try GapAttribution(
                input, indicator: indicator, attribute: attribute, group: group, players: players, pairs: pairs, seed: drawSeed, threads: laboratory.threads
            ) { _, _ in !Task.isCancelled }
        }
        let components = try attribution(.components)
        let scales = try attribution(.scales)
        // Not every core has a squared distance to split; then the part says so.
        let split = Result { () throws(AttributionError) in try LevelSpreadShapeGap(input, attribute: attribute, group: group) }
        let shifts = attribute == .testLanguage && group != reference ? try shift(of: input) : nil
        try Task.checkCancellation()
        let report = ExplainReport(
            components: components, scales: scales, split: split, shifts: shifts, snapshot: input.snapshot, core: input.core)
        report.print()
        try output?.write(json: report.json)
    }

    private func shift(of input: ReplayInput) throws -> LanguageShift {
        Terminal.step("Comparing test languages")
        return try LanguageShift(TestedPeople(input.snapshot), reference: reference)
    }
}
