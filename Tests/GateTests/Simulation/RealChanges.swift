import Audit
import Cohort
import Foundation
import Metrics
import TestSupport

@testable import Gate

/// Changes that real people's lists of real occupations go through between two cores: 2,236 people with five scales, 879 occupations.
/// Job zones 1 and 2 (little preparation) stand for day activity. Arithmetic, not a statement about anybody.
struct RealChanges: Sendable {
    struct Core: Sendable {
        var weights: [Double] = [1, 1, 1, 1, 1]
        var isManhattan = false
        /// Standard deviation of what is added to each person's scales, in theirs.
        var noise = 0.0
    }

    /// Per person the values of M1 (in the core's own spread), M2 and M5.
    struct Values: Sendable {
        var best: [Double]
        var dayActivity: [Double]
        var unfitting: [Double]
    }

    static let scales = ["E", "A", "C", "ES", "O"]
    /// Of each attribute; `nil` where the data set does not have it.
    let labels: [Attribute: [String?]]
    private let people: [[Double]]
    private let places: [[Double]]
    private let isSimple: [Bool]

    /// - Parameter people: the first so many.
    init(people limit: Int) throws {
        let people = Array(try Self.rows("people.csv").prefix(limit)), places = try Self.rows("workplaces.csv")
        let columns: [Attribute: String] = [.gender: "gender", .ageBand: "age_band", .testLanguage: "education"]
        labels = Dictionary(uniqueKeysWithValues: Attribute.allCases.map { attribute in
            (attribute, people.map { person in columns[attribute].flatMap { person[$0] } })
        })
        self.people = try Self.scaled(people)
        self.places = try Self.scaled(places)
        isSimple = places.map { $0["job_zone"] == "1" || $0["job_zone"] == "2" }
    }

    var count: Int { people.count }

    /// - Parameters:
    ///   - chosen: of whom.
    ///   - tau: beyond which no place fits; `nil` = the distance within which 90 % of these people have one, as for another unit.
    func values(_ core: Core, of chosen: [Int], tau: Double? = nil, seed: UInt64 = 1) -> (values: Values, tau: Double) {
        var random = SeededRandom(seed: seed)
        var best: [Double] = [], dayActivity: [Double] = []
        for person in chosen {
            let scores = people[person].map { core.noise == 0 ? $0 : $0 + core.noise * random.normal() }
            // The five nearest, kept in order; of two at the same distance the first place.
            var nearest: [(distance: Double, place: Int)] = []
            for index in places.indices {
                let place = places[index]
                var sum = 0.0
                var scale = 0
                while scale < 5 {
                    let gap = scores[scale] - place[scale]
                    sum += core.weights[scale] * (core.isManhattan ? abs(gap) : gap * gap)
                    scale += 1
                }
                if nearest.count == 5, sum >= nearest[4].distance { continue }
                nearest.insert((sum, index), at: nearest.firstIndex { $0.distance > sum } ?? nearest.count)
                if nearest.count > 5 { nearest.removeLast() }
            }
            best.append(core.isManhattan ? nearest[0].distance : nearest[0].distance.squareRoot())
            dayActivity.append(Double(nearest.count { isSimple[$0.place] }) / 5)
        }
        let mean = best.reduce(0, +) / Double(best.count)
        let spread = (best.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(best.count - 1)).squareRoot()
        let bound = tau ?? best.sorted()[Int(0.9 * Double(best.count))]
        return (Values(best: best.map { $0 / spread }, dayActivity: dayActivity, unfitting: best.map { $0 > bound ? 1 : 0 }), bound)
    }

    typealias Pair = (real: RealChanges, before: Values, after: Values)

    /// Both cores over everybody, ready for cohorts.
    static func pair(_ candidate: Core, people: Int, isCentred: Bool = false) throws -> Pair {
        let real = try RealChanges(people: people)
        let everybody = Array(0..<real.count)
        let before = real.values(Core(), of: everybody)
        return (real, before.values, real.values(candidate, of: everybody, tau: isCentred ? nil : before.tau).values)
    }

    private static func rows(_ name: String) throws -> [[String: String]] {
        let text = try String(contentsOf: Repository.shared("data/scenario_bfi_onet/" + name), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline)
        let header = lines[0].split(separator: ",").map(String.init)
        return lines.dropFirst().map { line in
            // A title may hold commas, in quotes; what is read stands before and after it.
            var fields: [String] = [], field = "", isQuoted = false
            for character in line {
                switch character {
                case "\"": isQuoted.toggle()
                case "," where !isQuoted:
                    fields.append(field)
                    field = ""
                default: field.append(character)
                }
            }
            fields.append(field)
            return Dictionary(uniqueKeysWithValues: zip(header, fields))
        }
    }

    private static func scaled(_ rows: [[String: String]]) throws -> [[Double]] {
        let columns = try scales.map { scale in
            let column = rows.compactMap { $0[scale].flatMap(Double.init) }
            guard column.count == rows.count else { throw TestSetupError("scenario_bfi_onet has a row without a scale") }
            let mean = column.reduce(0, +) / Double(column.count)
            let spread = (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)).squareRoot()
            return column.map { ($0 - mean) / spread }
        }
        return rows.indices.map { row in columns.map { $0[row] } }
    }
}
