/// A data set read once, asked for columns.
struct DataSet: Sendable {
    let rows: [[String: String]]

    init(_ path: String) throws {
        rows = try SharedData.rows(path)
    }

    func texts(_ column: String, where isWanted: ([String: String]) -> Bool = { _ in true }) throws -> [String] {
        try rows.filter(isWanted).map { row in
            guard let text = row[column] else { throw SharedData.Missing(description: "no column \(column)") }
            return text
        }
    }

    /// Empty fields are missing values and left out.
    func numbers(_ column: String, where isWanted: ([String: String]) -> Bool = { _ in true }) throws -> [Double] {
        try texts(column, where: isWanted).filter { !$0.isEmpty }.map { text in
            guard let number = Double(text) else { throw SharedData.Missing(description: "not a number in column \(column)") }
            return number
        }
    }
}

extension [String: String] {
    /// The number in a column; NaN where the field is empty or none, which every statistic refuses.
    func number(_ column: String) -> Double { self[column].flatMap(Double.init) ?? .nan }
}
