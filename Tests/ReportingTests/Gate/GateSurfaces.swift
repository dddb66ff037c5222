import Foundation
import FoundationXML
import Gate

@testable import Reporting

/// Everything that a surface said about a gate, read back from the surface itself.
struct Told: Equatable {
    var verdict: String
    /// How many things hold the release back.
    var blocking: Int
    /// Harm shown, not settled, below the margin, warnings, not shown: where the surface counts them.
    var counts: [Int]?
    /// By id.
    var findings: [String: Row]

    struct Row: Equatable {
        var n, change, lower, upper, mde: String
        /// The word or code for it, as far as the surface has one.
        var verdict: String
    }
}

/// Readers of each surface. They know the surface's own grammar (tables, XML, JSON, commands) and nothing of how it was written.
struct GateSurfaces {
    let language: Language
    /// Ids by what a reader sees in a table: the heading of its part, then the name of its row.
    let idsByRow: [String: String]
    let words: Words

    enum Failure: Error { case unreadable(String) }

    // MARK: - Pages

    func page(_ reading: Browser.Reading) throws -> Told {
        var rows: [String: Told.Row] = [:]
        for table in reading.tables { collect(table.rows, into: &rows) }
        return Told(
            verdict: reading.title, blocking: try blocking(sentence: reading.lede.first ?? ""), counts: reading.counts.compactMap { Int($0) }, findings: rows)
    }

    func markdown(_ text: String) throws -> Told {
        let lines = text.split(separator: "\n").map(String.init)
        var rows: [String: Told.Row] = [:]
        collect(lines.filter { $0.hasPrefix("|") }.map(cells), into: &rows)
        let title = lines.first { $0.hasPrefix("# ") }.map { unescaped(String($0.dropFirst(2))) } ?? ""
        guard let lede = lines.first(where: { !$0.hasPrefix("*") && !$0.hasPrefix("#") }) else { throw Failure.unreadable("no lede") }
        let counts = lines.filter { $0.hasPrefix("- ") && $0.contains("**") }.prefix(5).compactMap { line in
            line.split(separator: "**").dropFirst().first.flatMap { Int($0) }
        }
        return Told(verdict: title, blocking: try blocking(sentence: unescaped(lede)), counts: counts, findings: rows)
    }

    /// A row of a Markdown table, split at bars that are not escaped.
    private func cells(_ line: String) -> [String] {
        var cells = [""], isEscaped = false
        for character in line.dropFirst().dropLast() {
            if character == "|", !isEscaped { cells.append("") } else { cells[cells.count - 1].append(character) }
            isEscaped = character == "\\" && !isEscaped
        }
        return cells.map { unescaped($0.replacing("<br>", with: " ")).trimmingCharacters(in: .whitespaces) }
    }

    private func unescaped(_ text: String) -> String {
        text.replacing(/\\([\\`*_\[\]|#~$!:])/) { String($0.1) }.replacing("**", with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
    }

    /// Rows of ten cells are findings; a row with only its first cell is the heading of those below it.
    private func collect(_ rows: [[String]], into found: inout [String: Told.Row]) {
        var heading = ""
        for row in rows {
            if row.count == 1 || row.dropFirst().allSatisfy(\.isEmpty) { heading = row[0] }
            guard row.count == 10, let id = idsByRow["\(heading) / \(row[0])".lowercased()] else { continue }
            // The mark stands before the word in Markdown and is drawn in HTML.
            let word = row[9].trimmingCharacters(in: CharacterSet(charactersIn: "▲△◆◇●○▧— "))
            found[id] = Told.Row(n: row[1], change: row[5], lower: row[6], upper: row[7], mde: row[8], verdict: word)
        }
    }

    /// How many things a sentence of the verdict names is not to be read from it; whether any, is.
    private func blocking(sentence: String) throws -> Int {
        let passes = words.text("gate.verdict.passed", ["release": "\u{1}"]).components(separatedBy: "\u{1}")[0]
        return sentence.hasPrefix(passes) ? 0 : 1
    }

    // MARK: - Lines

    func terminal(_ lines: [String]) throws -> Told {
        var rows: [String: Told.Row] = [:]
        var heading = ""
        for line in lines {
            guard let mark = line.first, "▲△◆◇●○▧—".contains(mark) else {
                if line != words.text("gate.did") { heading = line }
                continue
            }
            guard let colon = line.range(of: ": ") else { continue }
            let name = line[line.index(line.startIndex, offsetBy: 2)..<colon.lowerBound]
            if let id = idsByRow["\(heading) / \(name)".lowercased()] { rows[id] = row(String(line[colon.upperBound...])) }
        }
        let counts = lines.first { $0.hasPrefix("▲ ") }?.matches(of: /[▲△○●◆◇▧] ([0-9]+)/).compactMap { Int($0.1) }
        return Told(verdict: try verdict(sentence: lines[1]), blocking: try blocking(sentence: lines[1]), counts: counts, findings: rows)
    }

    /// The code of a verdict whose sentence begins like this.
    private func verdict(sentence: String) throws -> String {
        for verdict in GateReport.Verdict.allCases {
            let parts = words.text("gate.verdict.\(verdict.rawValue)", ["release": "\u{1}", "causes": "\u{2}"]).components(separatedBy: CharacterSet(charactersIn: "\u{1}\u{2}"))
            if sentence.hasPrefix(parts[0]), sentence.contains(parts[1]) { return verdict.rawValue }
        }
        throw Failure.unreadable(sentence)
    }

    /// Numbers in the one sentence that all surfaces for machines share.
    private func row(_ message: String) -> Told.Row {
        guard let numbers = message.firstMatch(of: /^(.*?)\. d (\S+), L (\S+), U (\S+), [^;]*; (\S+) [^;]*; .*; MDE (\S+)\./) else {
            let none = Numbers.none
            return Told.Row(n: none, change: none, lower: none, upper: none, mde: none, verdict: String(message.prefix { $0 != "." }))
        }
        return Told.Row(
            n: String(numbers.5), change: String(numbers.2), lower: String(numbers.3), upper: String(numbers.4), mde: String(numbers.6), verdict: String(numbers.1))
    }

    // MARK: - Files for machines

    func junit(_ data: Data) throws -> Told {
        let document = try XMLDocument(data: data)
        func elements(_ path: String) throws -> [XMLElement] { try document.nodes(forXPath: path).compactMap { $0 as? XMLElement } }
        guard let root = document.rootElement(), let verdict = try elements("//property[@name='verdict']").first?.attribute(forName: "value")?.stringValue else {
            throw Failure.unreadable("no verdict")
        }
        var rows: [String: Told.Row] = [:]
        for testcase in try elements("//testcase") {
            guard let name = testcase.attribute(forName: "name")?.stringValue, let open = name.range(of: " [M", options: .backwards) else { continue }
            let inner = testcase.elements(forName: "failure") + testcase.elements(forName: "system-out")
            let skipped = testcase.elements(forName: "skipped").first?.attribute(forName: "message")?.stringValue
            rows[String(name[name.index(open.lowerBound, offsetBy: 2)...].dropLast())] = row(inner.first?.stringValue ?? skipped ?? "")
        }
        let failures = try elements("//testcase/failure").count
        guard root.attribute(forName: "failures")?.stringValue == String(failures) else { throw Failure.unreadable("failures are miscounted") }
        return Told(verdict: verdict, blocking: failures, counts: nil, findings: rows)
    }

    func sarif(_ data: Data) throws -> Told {
        guard let log = try JSONSerialization.jsonObject(with: data) as? [String: Any], let run = (log["runs"] as? [[String: Any]])?.first,
            let properties = run["properties"] as? [String: Any], let results = run["results"] as? [[String: Any]], let verdict = properties["verdict"] as? String
        else { throw Failure.unreadable("no run") }
        var rows: [String: Told.Row] = [:]
        for result in results {
            guard let figures = result["properties"] as? [String: Any], let id = figures["id"] as? String,
                let text = (result["message"] as? [String: Any])?["text"] as? String, let start = text.range(of: ": ")
            else { continue }
            // The text has the numbers as printed, the properties as they are: both must hold.
            rows[id] = row(String(text[start.upperBound...]))
            guard rows[id] == printed(figures, verdict: rows[id]?.verdict ?? "") else { throw Failure.unreadable("\(id): text and properties differ") }
        }
        for figures in properties["cleared"] as? [[String: Any]] ?? [] {
            if let id = figures["id"] as? String { rows[id] = printed(figures, verdict: words.text("gate.mark.cleared")) }
        }
        let blocking = results.count { $0["level"] as? String == "error" && $0["suppressions"] == nil }
        return Told(verdict: verdict, blocking: blocking, counts: nil, findings: rows)
    }

    private func printed(_ figures: [String: Any], verdict: String) -> Told.Row {
        let unit = (figures["id"] as? String ?? "").hasPrefix("M1.") ? "sd" : "per_100"
        func number(_ key: String, sign: Bool) -> String { GateSurfaces.printed(figures[key] as? Double, unit: unit, sign: sign, language: language) }
        return Told.Row(
            n: (figures["n"] as? Int).map(String.init) ?? Numbers.none, change: number("change", sign: true), lower: number("lower", sign: true),
            upper: number("upper", sign: true), mde: number("minimumDetectable", sign: false), verdict: verdict)
    }

    func github(_ lines: [String]) throws -> Told {
        let commands = lines.compactMap { line in
            line.firstMatch(of: /^::(error|warning|notice) title=([^:,]*)::(.*)$/).map { (String($0.1), String($0.3).replacing("%25", with: "%")) }
        }
        guard commands.count == lines.count else { throw Failure.unreadable("not every line is a command") }
        return try annotations(commands)
    }

    func azure(_ lines: [String]) throws -> Told {
        let commands = lines.compactMap { line in
            line.firstMatch(of: /^##vso\[task\.logissue type=(error|warning)\](.*)$/).map { match -> (String, String) in
                let text = String(match.2).replacing("%AZP25", with: "%")
                return (String(match.1), text.range(of: ": ").map { String(text[$0.upperBound...]) } ?? text)
            }
        }
        guard commands.count == lines.count else { throw Failure.unreadable("not every line is a command") }
        return try annotations(commands)
    }

    private func annotations(_ commands: [(level: String, text: String)]) throws -> Told {
        var rows: [String: Told.Row] = [:]
        for command in commands {
            guard let open = command.text.range(of: " [M", options: .backwards) else { continue }
            rows[String(command.text[command.text.index(open.lowerBound, offsetBy: 2)...].dropLast())] = row(String(command.text[..<open.lowerBound]))
        }
        let errors = commands.count { $0.level == "error" }
        // The verdict is an error of its own; Azure has no notices, so that silence means: passed.
        let told = commands.compactMap { try? verdict(sentence: $0.text) }.first
        guard let verdict = told ?? (errors == 0 ? "passed" : nil) else { throw Failure.unreadable("no verdict") }
        return Told(verdict: verdict, blocking: verdict == "passed" ? errors : errors - 1, counts: nil, findings: rows)
    }

    // MARK: - Numbers

    /// A number as a reader of the language expects it, made here a second time from the value in gate.json.
    static func printed(_ value: Double?, unit: String, sign: Bool, language: Language) -> String {
        guard let value else { return "–" }
        let text = unit == "sd" ? String(format: "%.2f", abs(value)) : String(format: "%.1f", abs(value * 100))
        let isZero = Double(text) == 0
        let prefix = isZero ? "" : value < 0 ? "\u{2212}" : sign ? "+" : ""
        return prefix + (language == .nl ? text.replacing(".", with: ",") : text)
    }
}
