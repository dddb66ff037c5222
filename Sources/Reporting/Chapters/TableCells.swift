import Audit

/// Cells of a table by the key of their column.
extension ReportTable {
    func column(_ key: String) -> Int? { columns.firstIndex { $0.key == key } }

    func has(_ keys: String...) -> Bool { keys.allSatisfy { column($0) != nil } }

    func number(_ row: [Cell], _ key: String) -> Double? {
        guard let index = column(key), case .number(let value) = row[index] else { return nil }
        return value
    }

    func text(_ row: [Cell], _ key: String) -> String? {
        guard let index = column(key), case .text(let value) = row[index] else { return nil }
        return value
    }

    /// The texts of a column, each once, in the order of the rows.
    func texts(_ key: String) -> [String] {
        var seen: Set<String> = []
        return rows.compactMap { text($0, key) }.filter { seen.insert($0).inserted }
    }

    func unit(_ key: String) -> String { column(key).flatMap { columns[$0].unit } ?? "number" }
}
