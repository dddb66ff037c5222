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
        /// `nil` = withheld.
        let medians: (first: GroupMedian, set: GroupMedian)?
    }

    private func rows(_ margins: BoundaryMargins) -> [Row] {
        zip(margins.shownMedians(\.firstPlace, labels: labels), margins.shownMedians(\.firstPlaces, labels: labels)).map { first, set in
            guard let ofFirst = first.figure.value, let ofSet = set.figure.value else { return Row(group: first.label, medians: nil) }
            return Row(group: first.label, medians: (ofFirst, ofSet))
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
                        guard let (first, set) = row.medians else { return ["group": .init(row.group), "withheld": true] }
                        return ["group": .init(row.group), "people": .init(first.people), "firstPlace": Self.json(first), "firstPlaces": Self.json(set)]
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
            if let (first, set) = row.medians {
                table.add(row.group, "\(first.people)", Self.text(first), Self.text(set))
            } else {
                table.add(row.group, ResultText.withheld, "", "")
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
