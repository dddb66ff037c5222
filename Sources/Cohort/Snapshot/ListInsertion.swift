import GRDB
import GRDBSQLite

/// Inserts the rows of lists by SQLite's own calls. Lists are most of a snapshot, and boxing four arguments for each of a million rows
/// costs more than storing them; everything rarer goes through GRDB's records.
struct ListInsertion {
    private let statement: Statement

    init(_ db: Database) throws {
        statement = try db.makeStatement(sql: "INSERT INTO match_result VALUES (?, ?, ?, ?)")
    }

    func insert(_ result: MatchResult) throws {
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        var workplace = result.workplaceId
        // What is bound lives until the step is done, so SQLite need not copy it (a nil destructor).
        let code = withUnsafeBytes(of: (result.matchRunId.high.bigEndian, result.matchRunId.low.bigEndian)) { run in
            workplace.withUTF8 { text in
                text.withMemoryRebound(to: CChar.self) { text in
                    sqlite3_bind_blob(handle, 1, run.baseAddress, 16, nil)
                    sqlite3_bind_int64(handle, 2, Int64(result.rank))
                    sqlite3_bind_text(handle, 3, text.baseAddress, Int32(text.count), nil)
                    if let distance = result.distance { sqlite3_bind_double(handle, 4, distance) } else { sqlite3_bind_null(handle, 4) }
                    return sqlite3_step(handle)
                }
            }
        }
        guard code == SQLITE_DONE else {
            let connection = sqlite3_db_handle(handle)
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)), message: sqlite3_errmsg(connection).map { String(cString: $0) })
        }
    }
}
