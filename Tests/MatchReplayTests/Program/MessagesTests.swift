import Cohort
import Testing

@testable import MatchReplay

/// What goes out to a program, byte for byte: docs/protocol.md shows the same lines.
struct MessagesTests {
    private static func market() throws -> Market {
        var place = Workplace(workplaceId: "W1", workKind: "paid", activeFrom: try day("2026-01-01"))
        place.activeTo = try day("2026-12-31")
        place.minimumHours = 16
        place.employerId = Pseudonym(high: 0xEEEE_EEEE, low: 1)
        var demand = WorkplaceDemand(workplaceId: "W1")
        demand.standing = true
        demand.lifting = false
        return Market(
            scales: [
                Scale(scaleCode: "b", component: "capacity", labelNl: "B", labelEn: "B", minimum: 1, maximum: 9.5, languageFree: false),
                Scale(scaleCode: "a\"", component: "personality", labelNl: "A", labelEn: "A", minimum: 0, maximum: 100, languageFree: true),
            ],
            workplaces: [place, Workplace(workplaceId: "W\n2", workKind: "sheltered", activeFrom: try day("2026-02-03"))],
            profiles: [
                IdealProfileEntry(workplaceId: "W1", profileVariant: "ar", scaleCode: "b", target: 3, weight: 1),
                IdealProfileEntry(workplaceId: "W1", profileVariant: "", scaleCode: "b", target: 0.1, weight: 2),
                IdealProfileEntry(workplaceId: "W1", profileVariant: "", scaleCode: "a\"", target: -1e-7, weight: 1),
            ],
            demands: [demand])
    }

    @Test func theHandshake() throws {
        let scaling = ScalingConstants(
            participants: ["b": .init(count: 9, mean: 5, standardDeviation: 2, minimum: 1, maximum: 9)], workplaces: [:])
        let text = String(decoding: try MarketMessage.line(Self.market(), scaling: scaling), as: UTF8.self)
        #expect(
            text == #"{"protocol":"fairness-audit/replay","version":1,"#
                + #""scales":[{"code":"b","component":"capacity","minimum":1.0,"maximum":9.5},{"code":"a\"","component":"personality","minimum":0.0,"maximum":100.0}],"#
                + #""scaling":{"participants":{"b":{"mean":5.0,"standardDeviation":2.0,"minimum":1.0,"maximum":9.0}},"workplaces":{}},"#
                + #""places":[{"id":"W1","activeFrom":"2026-01-01","activeTo":"2026-12-31","minimumHours":16,"demands":{"standing":true,"lifting":false},"#
                + #""profiles":{"":{"a\"":{"target":-1e-07,"weight":1.0},"b":{"target":0.1,"weight":2.0}},"ar":{"b":{"target":3.0,"weight":1.0}}}},"#
                + #"{"id":"W\u000a2","activeFrom":"2026-02-03","profiles":{}}]}"# + "\n")
        _ = try JSONValue(parsing: text.utf8, source: "")
    }

    @Test func aBatch() throws {
        var ability = ParticipantAbility(participantId: Pseudonym(high: 0xABCD_EF01_2345_6789, low: 0x1122_3344_5566_7788))
        ability.canStand = false
        ability.directlyApproachable = true
        let whole = ListRequest(
            scores: ["b": 4.25, "a\"": 50, "unknown": 1], testLanguage: "ar", day: try day("2026-06-01"), hoursAvailable: 24, travelMaxMinutes: 45,
            travelMinutes: ["W1": 12, "W9": 1], ability: ability, key: 0xABCD_EF01_2345_6789)
        let bare = ListRequest(
            scores: [:], testLanguage: "nl", day: try day("2026-06-02"), hoursAvailable: nil, travelMaxMinutes: nil, travelMinutes: [:], ability: nil,
            key: 7)
        var message = BatchMessage(market: try Self.market(), top: 10)
        let text = String(decoding: try message.lines(batch: 2, first: 256, [whole, bare]), as: UTF8.self)
        #expect(
            text == """
                {"batch":2,"requests":2,"top":10}
                {"number":256,"day":"2026-06-01","language":"ar","scores":{"a\\"":50.0,"b":4.25},"hoursAvailable":24,"travelMaxMinutes":45,"travelMinutes":{"W1":12},"abilities":{"standing":false}}
                {"number":257,"day":"2026-06-02","language":"nl","scores":{}}

                """)
        var all = BatchMessage(market: try Self.market(), top: nil)
        #expect(String(decoding: try all.lines(batch: 1, first: 0, []), as: UTF8.self) == "{\"batch\":1,\"requests\":0}\n")
    }

    @Test(arguments: [0, 7, 10, 99, 100, 12_345_678_901, -3, Int.max, Int.min])
    func wholeNumbers(value: Int) {
        var writer = MessageWriter()
        writer.integer(value)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\(value)")
    }
}
