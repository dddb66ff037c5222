import Cohort
import Foundation

extension NormTable {
    private static let columns = ["test_language", "scale_code", "raw_score", "norm_score"]

    /// Reads a norm table, strictly: as JSON when the file begins with a brace, else as CSV.
    ///
    /// JSON: `{"version": 1, "norms": [{"testLanguage": "ar", "scale": "cap_verbal", "rows": [{"raw": 10, "norm": 31.5}, ...]}, ...]}`.
    /// CSV: a header `test_language,scale_code,raw_score,norm_score` and a line per row, without quotes. Rows may come in any order.
    /// - Throws: `normTable` for anything else; also for a raw score that stands twice, a norm that falls while the raw score rises, and
    ///   fewer than two rows for a language and scale.
    public static func read(_ data: Data, source: String) throws(ScenarioError) -> NormTable {
        let first = data.first { !" \t\r\n".utf8.contains($0) }
        let rows = first == UInt8(ascii: "{") ? try json(data, source) : try csv(data, source)
        var curves: [String: [String: Curve]] = [:]
        for (key, rows) in rows {
            guard let curve = Curve(rows) else {
                throw .normTable(
                    source: source,
                    problem: "test language \"\(key.language)\", scale \"\(key.scale)\": it takes at least two rows, each raw score once, and norms that do not fall")
            }
            curves[key.language, default: [:]][key.scale] = curve
        }
        guard !curves.isEmpty else { throw .normTable(source: source, problem: "it has no rows") }
        return NormTable(curves: curves, source: source)
    }

    private struct Key: Hashable {
        let language: String
        let scale: String
    }

    private static func json(_ data: Data, _ source: String) throws(ScenarioError) -> [Key: [Row]] {
        do throws(JSONError) {
            var document = try JSONObject(JSONValue(parsing: data, source: source), source: source)
            document.ignore("$schema")
            document.ignore("comment")
            _ = try document.integer("version", in: 1...1)
            var rows: [Key: [Row]] = [:]
            for norm in try document.objects("norms") {
                var norm = norm
                let key = Key(language: try norm.string("testLanguage"), scale: try norm.string("scale"))
                guard rows[key] == nil else { throw norm.error("scale", "this test language and scale stand twice") }
                var own: [Row] = []
                for row in try norm.objects("rows") {
                    var row = row
                    own.append(Row(raw: try row.number("raw"), norm: try row.number("norm")))
                    try row.close()
                }
                try norm.close()
                rows[key] = own
            }
            try document.close()
            return rows
        } catch {
            throw .normTable(source: source, problem: "\(error)")
        }
    }

    private static func csv(_ data: Data, _ source: String) throws(ScenarioError) -> [Key: [Row]] {
        guard let text = String(validating: Array(data), as: UTF8.self) else { throw .normTable(source: source, problem: "it is not UTF-8") }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
        guard lines.first.map({ $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }) == columns else {
            throw .normTable(source: source, problem: "the first line must be \(columns.joined(separator: ","))")
        }
        var rows: [Key: [Row]] = [:]
        for (number, line) in lines.enumerated().dropFirst() where !(line.isEmpty && number == lines.count - 1) {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == columns.count, !fields[0].isEmpty, !fields[1].isEmpty, !line.contains("\""),
                let raw = Double(fields[2]), let norm = Double(fields[3]), raw.isFinite, norm.isFinite
            else {
                throw .normTable(source: source, problem: "line \(number + 1) must hold a test language, a scale and two numbers, without quotes")
            }
            rows[Key(language: fields[0], scale: fields[1]), default: []].append(Row(raw: raw, norm: norm))
        }
        return rows
    }
}
