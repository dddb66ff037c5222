import Audit
import Foundation

/// The order in which a reader expects groups: ages and levels from low to high, what is unknown last.
/// What has no order of its own keeps the order of the report.
enum GroupOrder {
    private static let scales: [String: [String]] = [
        "education_level": ["low", "middle", "high"],
        "dutch_level": ["A0", "A1", "A2", "B1", "B2", "C1", "C2"],
        "benefit_duration": ["<1y", "1-2y", "2-5y", "5y+"],
    ]

    /// One rank per side of a crossed attribute, such as `gender x age_band` with `female | <27`.
    static func ranks(_ attribute: String, _ group: String) -> [Int] {
        zip(sides(of: attribute), sides(of: attribute, group)).map { rank($0, $1) }
    }

    private static func sides(of attribute: String) -> [String] { attribute.components(separatedBy: " x ") }

    /// What has no side for each attribute is one name by itself.
    private static func sides(of attribute: String, _ group: String) -> [String] {
        let codes = group.components(separatedBy: " | ")
        return codes.count == sides(of: attribute).count ? codes : [group]
    }

    private static func rank(_ attribute: String, _ group: String) -> Int {
        if group == Words.unknownGroup { return .max }
        if let scale = scales[attribute] { return scale.firstIndex(of: group) ?? scale.count }
        guard attribute == "age_band" else { return 0 }
        // `<27` comes before `27-44`.
        if group.hasPrefix("<") { return -1 }
        return Int(group.prefix(while: \.isNumber)) ?? .max - 1
    }

    /// The report with its groups, findings and rows in this order; nothing else about it changes.
    static func ordered(_ report: AuditReport) -> AuditReport {
        var report = report
        report.groups = sorted(report.groups, within: \.attribute) { ($0.attribute, $0.group) }
        report.findings = sorted(report.findings, within: { "\($0.window) \($0.indicator) \($0.metric) \($0.attribute)" }) { ($0.attribute, $0.group) }
        for index in report.tables.indices {
            let table = report.tables[index]
            guard let attribute = table.attribute, let column = table.columns.firstIndex(where: { $0.key == "group" }) else { continue }
            report.tables[index].rows = sorted(table.rows, within: { _ in "" }) { row in
                if case .text(let group) = row[column] { (attribute, group) } else { (attribute, Words.unknownGroup) }
            }
        }
        return report
    }

    /// Sorted by rank within runs of the same key; equals stay as they were. Crossed groups with the same first side stay together.
    private static func sorted<Element>(_ elements: [Element], within key: (Element) -> String, by group: (Element) -> (attribute: String, code: String)) -> [Element] {
        var runs: [String: Int] = [:], firsts: [String: Int] = [:]
        let placed = elements.enumerated().map { index, element in
            let (attribute, code) = group(element)
            let ranks = Self.ranks(attribute, code)
            var order = [place(key(element), in: &runs), ranks[0]]
            if ranks.count > 1 { order += [place(sides(of: attribute, code)[0], in: &firsts)] + ranks.dropFirst() }
            return (order: order + [index], element: element)
        }
        return placed.sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.element)
    }

    /// As which one this name was seen first.
    private static func place(_ name: String, in places: inout [String: Int]) -> Int {
        let place = places[name] ?? places.count
        places[name] = place
        return place
    }
}
