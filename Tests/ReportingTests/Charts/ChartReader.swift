@testable import Reporting

/// What stands where in a drawing.
struct ChartReader {
    var texts: [Text] = []
    var paths: [Path] = []
    var rectangles: [Rectangle] = []
    var circles: [Circle] = []
    var lines: [Line] = []

    struct Text: Equatable {
        var x: Double
        var y: Double
        var style: Set<String>
        var words: String
    }

    /// The corners of a path, each run of the pen apart; moves that are relative are followed, arcs are taken as lines.
    struct Path {
        var style: Set<String>
        var runs: [[(x: Double, y: Double)]]
    }

    struct Rectangle {
        var x: Double
        var y: Double
        var width: Double
        var height: Double
        var style: Set<String>
    }

    struct Line {
        var from: (x: Double, y: Double)
        var to: (x: Double, y: Double)
        var style: Set<String>
    }

    struct Circle {
        var x: Double
        var y: Double
        var style: Set<String>
    }

    init(_ svg: SVG) {
        func styles(_ text: Substring) -> Set<String> { Set(text.split(whereSeparator: { $0 == " " }).map { String($0) }) }
        for match in svg.markup.matches(of: /<text x="([-0-9.]+)" y="([-0-9.]+)" class="([^"]*)">([^<]*)</) {
            texts.append(Text(x: Double(match.1) ?? .nan, y: Double(match.2) ?? .nan, style: styles(match.3), words: String(match.4)))
        }
        for match in svg.markup.matches(of: /<path d="([^"]*)" class="([^"]*)"/) {
            paths.append(Path(style: styles(match.2), runs: Self.runs(String(match.1))))
        }
        for match in svg.markup.matches(of: /<rect x="([-0-9.]+)" y="([-0-9.]+)" width="([0-9.]+)" height="([0-9.]+)" class="([^"]*)"/) {
            rectangles.append(Rectangle(
                x: Double(match.1) ?? .nan, y: Double(match.2) ?? .nan, width: Double(match.3) ?? .nan, height: Double(match.4) ?? .nan, style: styles(match.5)))
        }
        for match in svg.markup.matches(of: /<line x1="([-0-9.]+)" y1="([-0-9.]+)" x2="([-0-9.]+)" y2="([-0-9.]+)" class="([^"]*)"/) {
            lines.append(Line(
                from: (Double(match.1) ?? .nan, Double(match.2) ?? .nan), to: (Double(match.3) ?? .nan, Double(match.4) ?? .nan), style: styles(match.5)))
        }
        for match in svg.markup.matches(of: /<circle cx="([-0-9.]+)" cy="([-0-9.]+)" r="[0-9.]+" class="([^"]*)"/) {
            circles.append(Circle(x: Double(match.1) ?? .nan, y: Double(match.2) ?? .nan, style: styles(match.3)))
        }
    }

    func texts(_ style: String) -> [Text] { texts.filter { $0.style.contains(style) } }
    func text(_ words: String) -> Text? { texts.first { $0.words == words } }
    func paths(_ style: String) -> [Path] { paths.filter { $0.style.contains(style) } }
    func rectangles(_ style: String) -> [Rectangle] { rectangles.filter { $0.style.contains(style) } }

    private static func runs(_ d: String) -> [[(x: Double, y: Double)]] {
        var runs: [[(x: Double, y: Double)]] = []
        var at = (x: 0.0, y: 0.0)
        for match in d.matches(of: /([A-Za-z])([^A-Za-z]*)/) {
            let command = String(match.1), n = match.2.split(whereSeparator: { $0 == " " || $0 == "," }).flatMap(numbers)
            switch command {
            case "M": at = (n[0], n[1])
            case "m": at = (at.x + n[0], at.y + n[1])
            case "L": at = (n[0], n[1])
            case "l": at = (at.x + n[0], at.y + n[1])
            case "H": at.x = n[0]
            case "h": at.x += n[0]
            case "V": at.y = n[0]
            case "v": at.y += n[0]
            case "a": at = (at.x + n[5], at.y + n[6])
            default: continue
            }
            if command == "m", runs.last?.count == 1 { runs.removeLast() }
            if command.lowercased() == "m" { runs.append([at]) } else if !runs.isEmpty { runs[runs.count - 1].append(at) }
        }
        return runs
    }

    private static func numbers(_ text: Substring) -> [Double] { Double(text).map { [$0] } ?? [] }
}
