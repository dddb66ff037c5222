import Foundation
import Postgres

/// One measurement a call, for scripts/bench-capture.sh: `read` or `drain` the lists of a database. Prints seconds.
@main
struct ReadingBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, ["read", "drain"].contains(arguments[1]) else {
            print("usage: ReadingBenchmark read|drain URL")
            exit(64)
        }
        let connection = try Connection(url: arguments[2])
        let seconds = try connection.readOnlySession { connection in
            let start = ContinuousClock.now
            if arguments[1] == "drain" {
                _ = try connection.drain(results, columnCount: columns.count)
            } else {
                try read(connection)
            }
            return (ContinuousClock.now - start) / .seconds(1)
        }
        print(String(format: "%.4f", seconds))
    }

    static let columns = ["match_run_id", "workplace_id", "rank", "distance"]
    static let results: Query = "SELECT match_run_id, workplace_id, rank, distance FROM fairness_audit.match_result"

    /// Decodes every field of every row and keeps it, in columns; the key of a list once, as capture keeps it.
    static func read(_ connection: borrowing Connection) throws {
        var keys = TextColumn()
        var key: [UInt8] = []
        var lists: [Int32] = []
        var places = TextColumn()
        var ranks: [Int32] = []
        var distances: [Double] = []
        try connection.copy(results, of: "match_result", columns: columns) { row in
            if try !row.isSameText(as: &key) { key.withUnsafeBytes { keys.append($0) } }
            lists.append(Int32(truncatingIfNeeded: keys.ends.count - 1))
            try row.withBytes { places.append($0) }
            ranks.append(try row.decode(Int32.self))
            distances.append(try row.decode(Double.self))
        }
        guard [lists.count, places.ends.count, ranks.count, distances.count].allSatisfy({ $0 == 1_000_000 }) else {
            print("not one million rows")
            exit(65)
        }
    }
}

/// Texts one after another, and where each ends.
struct TextColumn {
    var bytes: [UInt8] = []
    var ends: [Int] = []

    mutating func append(_ text: UnsafeRawBufferPointer?) {
        if let text { bytes.append(contentsOf: text) }
        ends.append(bytes.count)
    }
}
