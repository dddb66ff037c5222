import Audit

/// The order in which a reader expects groups: ages and levels from low to high, what is unknown last.
/// What has no order of its own keeps the order of the report.
enum GroupOrder {
    private static let scales: [String: [String]] = [
        "education_level": ["low", "middle", "high"],
        "dutch_level": ["A0", "A1", "A2", "B1", "B2", "C1", "C2"],
        "benefit_duration": ["<1y", "1-2y", "2-5y", "5y+"],
    ]

    static func rank(_ attribute: String, _ group: String) -> Int {
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
        report.groups = sorted(report.groups, within: \.attribute) { rank($0.attribute, $0.group) }
        report.findings = sorted(report.findings, within: { "\($0.window) \($0.indicator) \($0.metric) \($0.attribute)" }) { rank($0.attribute, $0.group) }
        for index in report.tables.indices {
            let table = report.tables[index]
            guard let attribute = table.attribute, let column = table.columns.firstIndex(where: { $0.key == "group" }) else { continue }
            report.tables[index].rows = sorted(table.rows, within: { _ in "" }) { row in
                if case .text(let group) = row[column] { rank(attribute, group) } else { .max }
            }
        }
        return report
    }

    /// Sorted by rank within runs of the same key; equals stay as they were.
    private static func sorted<Element>(_ elements: [Element], within key: (Element) -> String, by rank: (Element) -> Int) -> [Element] {
        var places: [String: Int] = [:]
        for element in elements where places[key(element)] == nil { places[key(element)] = places.count }
        return elements.enumerated().map { ($0.offset, places[key($0.element)] ?? 0, rank($0.element), $0.element) }
            .sorted { ($0.1, $0.2, $0.0) < ($1.1, $1.2, $1.0) }.map(\.3)
    }
}
