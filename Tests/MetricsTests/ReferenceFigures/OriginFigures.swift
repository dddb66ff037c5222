import Foundation
import Metrics

/// Students checked by the college-grant control, by origin, from published counts; and the example of the EEOC.
enum OriginFigures {
    private static let rows = Result { try SharedData.rows("data/duo_cub_cbs/duo_cub_cbs.csv") }

    static func answer(_ figure: ReferenceFigure) throws -> ReferenceFiguresTests.Answer? {
        if figure.dataset == "(no file) EEOC Q&A 1979" {
            // Rates of the example, out of 100 each.
            let selected = ["American Indian": 45, "Hispanic": 48, "Black": 51]
            guard let events = selected[figure.group] else { return nil }
            return .number(try FourFifthsScreen(groupEvents: events, groupTotal: 100, referenceEvents: 60, referenceTotal: 100).estimate)
        }
        guard figure.dataset == "duo_cub_cbs" else { return nil }
        let parts = figure.group.components(separatedBy: " / ")
        guard parts.count >= 2 else { return nil }
        let table = parts[0].replacing("table ", with: "")
        let category = parts[1]
        let rows = try rows.get().filter { $0["table"] == table }
        guard let all = rows.first, let row = rows.first(where: { $0["category"] == category }) else { return nil }
        func share(_ origin: String) throws -> Double {
            try Wilson(events: row.number(origin), total: all.number(origin)).estimate
        }
        switch figure.metric {
        case "share_of_origin_group": return .number(try share(parts[2]))
        case "ratio_outside_europe_over_nl":
            return .number(
                try KatzRatio(
                    groupEvents: row.number("origin_outside_europe"), groupTotal: all.number("origin_outside_europe"),
                    referenceEvents: row.number("origin_nl"), referenceTotal: all.number("origin_nl")
                ).estimate)
        default: return nil
        }
    }
}
