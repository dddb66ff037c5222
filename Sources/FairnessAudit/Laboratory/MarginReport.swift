import Cohort
import MatchReplay
import Metrics

/// How small a shift of one scale changes people's lists, per group.
struct MarginReport {
    private let margins: Result<BoundaryMargins, BoundaryError>
    private let labels: [String?]

    init(_ margins: Result<BoundaryMargins, BoundaryError>, labels: [String?]) {
        self.margins = margins
        self.labels = labels
    }

    private struct Row {
        let group: String
        let first: GroupMedian
        let set: GroupMedian
        var isWithheld: Bool { first.people < SmallGroups.minimum || set.people < SmallGroups.minimum }
    }

    private func rows(_ margins: BoundaryMargins) -> [Row] {
        zip(margins.medians(\.firstPlace, labels: labels), margins.medians(\.firstPlaces, labels: labels)).map {
            Row(group: $0.label, first: $0, set: $1)
        }
    }

    var json: JSONValue {
        switch margins {
        case .failure(let error): ["unavailable": .init(error.description)]
        case .success(let margins):
            [
                "depth": .init(margins.depth), "unit": "standard deviations of the scale that changes the list first",
                "groups": .array(
                    rows(margins).map { row in
                        row.isWithheld
                            ? ["group": .init(row.group), "withheld": true]
                            : ["group": .init(row.group), "people": .init(row.first.people), "firstPlace": Self.json(row.first), "firstPlaces": Self.json(row.set)]
                    }),
            ]
        }
    }

    /// A median without bound is null: at least half of the group has a list that no shift changes.
    private static func json(_ median: GroupMedian) -> JSONValue {
        let interval: JSONValue =
            switch median.interval {
            case .success(let interval): ResultJSON.interval(interval)
            case .failure(let undefined): ["unavailable": .init(undefined.reason)]
            }
        return ["median": .init(median.median.reportedBound), "interval": interval]
    }

    func print() {
        Terminal.print("")
        guard case .success(let margins) = margins else {
            if case .failure(let error) = margins { Terminal.print("Boundary margins: \(error.description)") }
            return
        }
        Terminal.print("Boundary margin: the smallest shift of one scale, in its standard deviations, that changes a list (median per group).")
        var table = TextTable([("group", .left), ("people", .right), ("another first place", .right), ("another place in the first \(margins.depth)", .right)])
        for row in rows(margins) {
            if row.isWithheld {
                table.add(row.group, ResultText.withheld, "", "")
            } else {
                table.add(row.group, "\(row.first.people)", Self.text(row.first), Self.text(row.set))
            }
        }
        table.print()
    }

    private static func text(_ median: GroupMedian) -> String {
        guard median.median.isFinite else { return "never for half" }
        let value = ResultText.number(median.median, digits: 3)
        return (try? median.interval.get()).map { "\(value) (\(ResultText.interval($0, digits: 3)))" } ?? value
    }
}
