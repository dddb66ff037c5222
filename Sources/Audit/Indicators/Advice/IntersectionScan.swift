import Cohort
import Metrics

/// M27: whether an intersection of two attributes fares worse than its two sides lead one to expect.
///
/// For every pair of attributes that the system's configuration names and every cell of at least the minimum group: the interaction contrast
/// on the additive scale (`DifferenceInDifferences`), for day activity at the top of the list (M2), no fitting place (M5) and placement among
/// people who were followed for the whole horizon (M16). A cell that is worse only because one of its sides is, is found at that side and not
/// here (docs/adr/0017). Raw and shrunken means stand in the table, because the worst of many cells looks worse than it is.
/// Definition: domain survey M27; Kearns et al. 2018; Efron and Morris 1975.
enum IntersectionScan: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M27", chapter: .advice,
        name: .init("Kruispunten van groepen", "Intersections of groups"),
        question: .init("Is er een kruispunt van twee groepen dat slechter af is dan beide groepen afzonderlijk?", "Is there an intersection that fares worse than either of its sides?"),
        definition: .init(
            "Cijfer van het kruispunt, min wat de twee kenmerken ieder apart zouden geven.",
            "Figure of the intersection, minus what its two sides by themselves would give."),
        optional: [.relation("placement")], polarity: .higherIsAdverse,
        verdicts: .init(
            equivalent: .init("Het kruispunt voegt ongeveer niets toe aan zijn twee kanten.", "The intersection adds about nothing to its two sides."),
            disparity: .init("Op het kruispunt is iets dat de groepen afzonderlijk niet laten zien.", "At the intersection there is something that the groups by themselves do not show."),
            inconclusive: .init("Te weinig mensen op het kruispunt om iets te zeggen.", "Too few people at the intersection to say anything.")),
        citation: "Huizen H186; Kearns et al. 2018; Foulds et al. 2020; Efron & Morris 1975")
    static let restsOnReplay = true
    static let groupedBy = GroupingRule.intersections

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let depth = limits.analysis.listDepth.value
        var metrics = [
            metric(
                "top\(depth)_day_activity_excess", headline: true, adverse: "higher", .init("Dagbesteding op het kruispunt", "Day activity at the intersection"),
                less: .init("minder dan de twee kenmerken apart verklaren", "less than the two traits explain apart"), more: .init("meer dan de twee kenmerken apart verklaren", "more than the two traits explain apart"),
                ListComposition.shares(frame, depth: depth) { $0.workKind == ListComposition.dayActivity }),
            metric(
                "no_fitting_place_excess", adverse: "higher", .init("Geen passende plek op het kruispunt", "No fitting place at the intersection"),
                less: .init("minder dan de twee kenmerken apart verklaren", "less than the two traits explain apart"), more: .init("meer dan de twee kenmerken apart verklaren", "more than the two traits explain apart"),
                RealChoice.withoutFittingPlace(frame, limits)),
        ]
        if frame.snapshot.offers("placement") {
            metrics.append(
                metric(
                    "placed_excess", adverse: "lower", .init("Geplaatst op het kruispunt", "Placed at the intersection"),
                    less: .init("minder dan de twee kenmerken apart verklaren", "less than the two traits explain apart"), more: .init("meer dan de twee kenmerken apart verklaren", "more than the two traits explain apart"),
                    PackedValues(placed(frame, limits))))
        }
        return metrics
    }

    private static func metric(
        _ name: String, headline: Bool = false, adverse: String, _ words: AuditReport.Words, less: AuditReport.Words, more: AuditReport.Words,
        _ values: PackedValues
    ) -> MeasuredMetric {
        MeasuredMetric(
            description: describe(
                name, headline: headline, unit: "points", adverse: adverse, name: words, question: about.question, definition: about.definition,
                less: less, more: more),
            observations: .contrast(
                Contrast(population: values.map { $0 != nil }, isRate: false) { sides throws(Undefined) in
                    guard let corners = sides.corners else { throw .noObservations }
                    func own(_ people: [Int]) -> [Double] { people.compactMap { values[$0] } }
                    return try DifferenceInDifferences(
                        corner: own(sides.group), besideFirst: own(corners.besideFirst), besideSecond: own(corners.besideSecond),
                        opposite: own(corners.opposite))
                }))
    }

    /// Placed within the horizon, of those whose horizon lies in the window: nobody is censored.
    private static func placed(_ frame: AuditFrame, _ limits: Thresholds) -> [Double?] {
        let horizon = limits.analysis.horizonDays.value
        return zip(frame.people, PlacementRate.exits(frame)).map { person, exit in
            guard let exit, let start = frame.snapshot.participants[person.participant].firstRunOn ?? person.runs.first.map({ frame.snapshot.runs[$0].executedOn }),
                start + horizon <= frame.window.to
            else { return nil }
            return exit.kind == .event && exit.days <= horizon ? 1 : 0
        }
    }

    /// Table 6.7: every cell that may be shown, raw and shrunken towards the mean of all cells.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        guard partition.grouping.isIntersection else { return [] }
        let depth = limits.analysis.listDepth.value
        let values = frame.scratch.value("\(id) shares") { ListComposition.shares(frame, depth: depth) { $0.workKind == ListComposition.dayActivity } }
        let cells = partition.shown.compactMap { code -> (code: String, values: [Double])? in
            let own = (partition.members[code] ?? []).compactMap { values[$0] }
            return own.count >= limits.disclosure.minimumCell.value ? (code, own) : nil
        }
        let shrunken = shrunken(cells.map(\.values))
        return [
            ReportTable(
                id: "6.7", indicator: id, attribute: partition.grouping.name,
                columns: [
                    .init("group"), .init("participants", "people"), .init("day_activity_top\(depth)", "per_100"), .init("shrunken", "per_100"),
                ],
                rows: cells.enumerated().map { index, cell in
                    [
                        .text(cell.code), .count(cell.values.count), .number(cell.values.reduce(0, +) / Double(cell.values.count)),
                        .number(shrunken?[index]),
                    ]
                }, notes: ["shrunken_towards_the_mean"])
        ]
    }

    /// With one spread for all cells: a small cell whose few people agree by chance would count as certain.
    private static func shrunken(_ cells: [[Double]]) -> [Double]? {
        let summaries = cells.compactMap { try? Summary($0) }
        let freedom = summaries.reduce(0) { $0 + $1.count - 1 }
        guard summaries.count == cells.count, freedom > 0 else { return nil }
        let spread = (summaries.reduce(0) { $0 + $1.squaredDeviations } / Double(freedom)).squareRoot()
        let shrinkage = try? NormalShrinkage(
            estimates: summaries.map(\.mean), standardErrors: summaries.map { spread / Double($0.count).squareRoot() })
        return shrinkage.map { shrinkage in cells.indices.map { shrinkage.estimate($0).estimate } }
    }
}
