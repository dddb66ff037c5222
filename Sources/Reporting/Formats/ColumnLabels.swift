/// What stands before each value where a table is read row by row on a narrow screen: the titles of its columns, once for every
/// kind of table instead of once per cell, which would be most of the page's weight.
struct ColumnLabels {
    /// Titles of the columns after the first, each with the number of its class.
    private let numbers: [[String]: Int]

    init(_ document: ReportDocument) {
        var numbers: [[String]: Int] = [:]
        func add(_ titles: [String]) { if numbers[titles] == nil { numbers[titles] = numbers.count } }
        for block in document.sections.flatMap(\.blocks) {
            switch block {
            case .table(let table): add(Self.titles(table))
            case .figure(let figure): add(Self.titles(figure.table))
            case .grid(let grid): add(grid.columns)
            default: break
            }
        }
        self.numbers = numbers
    }

    /// Name of the class that a table of these columns has.
    func style(of table: Table) -> String { style(Self.titles(table)) }
    func style(of grid: Grid) -> String { style(grid.columns) }

    private func style(_ titles: [String]) -> String { numbers[titles].map { "k\($0)" } ?? "" }

    /// The rules that print them: which cells, and what stands before those. The template writes the marks around the text,
    /// since a quotation mark from here would be escaped, and a style sheet knows no escapes of HTML.
    var rules: [(cells: String, text: String)] {
        numbers.sorted { $0.value < $1.value }.flatMap { titles, number in
            titles.enumerated().map { (".k\(number) td:nth-of-type(\($0 + 1))", Self.escaped($1)) }
        }
    }

    private static func titles(_ table: Table) -> [String] { table.columns.dropFirst().map(\.title) }

    /// Titles may be names from the data: everything but letters, digits and a few signs is written as its number, which begins and ends nothing.
    /// A space after a number too: it would be read as that number's end.
    private static func escaped(_ text: String) -> String {
        var result = "", afterNumber = false
        for scalar in text.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "),%-".unicodeScalars.contains(scalar))
            if isPlain || scalar == " " && !afterNumber {
                result.unicodeScalars.append(scalar)
                afterNumber = false
            } else {
                let hex = String(scalar.value, radix: 16)
                result += "\\" + String(repeating: "0", count: 6 - hex.count) + hex
                afterNumber = true
            }
        }
        return result
    }
}
