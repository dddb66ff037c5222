import Cohort
import Foundation
import MatchReplay
import Testing

/// docs/core.md is run: each row of its tables changes one part of the core and prints the list of one participant.
struct CoreDocumentTests {
    struct Row: CustomTestStringConvertible {
        let participant: String
        let part: String
        let list: String
        var testDescription: String { "\(participant) \(part.prefix(70))" }
    }

    static let text: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return FileManager.default.contents(atPath: root.path + "/docs/core.md").map { String(decoding: $0, as: UTF8.self) } ?? ""
    }()

    static let rows: [Row] = {
        var rows: [Row] = []
        for line in text.split(separator: "\n") {
            let cells = line.components(separatedBy: " | ")
            guard cells.count >= 4, ["| nl", "| ar", "| gap"].contains(cells[0]) else { continue }
            let part = cells[1] == "the same" ? rows.last?.part ?? "" : cells[1].trimmingCharacters(in: ["`"])
            rows.append(Row(participant: String(cells[0].dropFirst(2)), part: part, list: cells[2] == "nothing" ? "" : cells[2]))
        }
        return rows
    }()

    /// The example of the page, with the participants of whom it speaks: their means are the frozen ones.
    static func frozen() -> ScalingConstants {
        let constant = { (mean: Double) in ScalingConstants.Constant(count: 2, mean: mean, standardDeviation: 1, minimum: 0, maximum: 10) }
        let means = ["verbal": constant(4), "order": constant(5), "calm": constant(6)]
        return ScalingConstants(participants: means, workplaces: means)
    }

    static func market() throws -> Market {
        let components = ["calm": "personality", "order": "competence", "verbal": "capacity"]
        let scales = components.map { Scale(scaleCode: $0, component: $1, labelNl: $0, labelEn: $0, minimum: 0, maximum: 10, languageFree: false) }
        var workplaces = try ["P1", "P2", "P3", "P4", "P5"].map { Workplace(workplaceId: $0, workKind: "paid", activeFrom: try day("2026-01-01")) }
        workplaces[0].minimumHours = 32
        workplaces[4].activeTo = try day("2026-05-31")
        let targets = [("P1", "", [7, 6, 6]), ("P2", "", [3, 5, 4]), ("P2", "ar", [2, 5, 4]), ("P3", "", [8, 2, 5]), ("P4", "", [3, 5, 4]), ("P5", "", [4, 5, 6])]
        let profiles = targets.flatMap { place, variant, targets in
            zip(["verbal", "order", "calm"], targets).map {
                IdealProfileEntry(
                    workplaceId: place, profileVariant: variant, scaleCode: $0, target: Double($1), weight: place == "P3" && $0 == "verbal" ? 4 : 1)
            }
        }
        var demand = WorkplaceDemand(workplaceId: "P3")
        demand.standing = true
        return Market(scales: scales, workplaces: workplaces, profiles: profiles, demands: [demand])
    }

    @Test(arguments: rows)
    func everyRowIsWhatTheToolDoes(row: Row) throws {
        let start = try #require(Self.text.range(of: "```json")), end = try #require(Self.text.range(of: "```\n\n## `distance`"))
        let base = try JSONSerialization.jsonObject(with: Data(Self.text[start.upperBound..<end.lowerBound].utf8))
        var document = try #require(base as? [String: Any])
        let change = try #require(try JSONSerialization.jsonObject(with: Data(row.part.utf8)) as? [String: Any])
        document.merge(change) { $1 }
        let core = try RankingCore.read(JSONSerialization.data(withJSONObject: document), source: "docs/core.md")

        var ability = ParticipantAbility(participantId: Pseudonym(high: 0, low: 0))
        ability.canStand = false
        var scores = ["verbal": 4.0, "order": 5, "calm": 6]
        if row.participant == "gap" { scores["calm"] = nil }
        let request = ListRequest(
            scores: scores, testLanguage: row.participant == "ar" ? "ar" : "nl", day: try day("2026-06-01"), hoursAvailable: 24, travelMaxMinutes: 45,
            travelMinutes: ["P3": 60], ability: ability, key: 1)
        let market = try Self.market()
        let list = try PlaceRanking(core: core, market: market, frozen: Self.frozen()).list(for: request, top: nil)
        let printed = zip(list.workplaces, list.distances).map { "\(market.workplaces[$0].workplaceId) \(Self.short($1))" }.joined(separator: ", ")
        #expect(printed == row.list)
    }

    @Test func thePageHasAllItsRows() {
        // 5 distances, 3 weights, 4 scalings, 4 profiles, 5 missing, 4 filters, 4 ties; and an id that is no number is refused.
        #expect(Self.rows.count == 29)
        #expect(throws: ReplayError.idNotNumeric(workplaceId: "P1", core: "test")) {
            try PlaceRanking(core: .test(ties: .numeric), market: Self.market())
        }
    }

    /// Three decimals, without trailing zeros.
    private static func short(_ number: Double) -> String {
        var text = String(format: "%.3f", number)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
