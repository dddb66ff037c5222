import CLibPQ

/// The rows of one statement as text, freed when the value ends. For the few rows of a catalogue or a count; data come by COPY.
public struct QueryResult: ~Copyable {
    private let handle: OpaquePointer

    init(_ result: OpaquePointer?, connection: OpaquePointer, during: String) throws(PostgresError) {
        guard let result else { throw .connectionLost(during: during) }
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_COPY_OUT:
            handle = result
        default:
            let failure = PostgresError(result: result, connection: connection, during: during)
            PQclear(result)
            throw failure
        }
    }

    deinit {
        PQclear(handle)
    }

    public var count: Int { Int(PQntuples(handle)) }
    public var columnCount: Int { Int(PQnfields(handle)) }

    /// The field, or nil for NULL.
    public subscript(row: Int, column: Int) -> String? {
        precondition(row >= 0 && row < count && column >= 0 && column < columnCount, "no such field in the result")
        guard PQgetisnull(handle, Int32(row), Int32(column)) == 0 else { return nil }
        return String(cString: PQgetvalue(handle, Int32(row), Int32(column)))
    }

    /// All rows, for small results.
    public var rows: [[String?]] {
        (0..<count).map { row in (0..<columnCount).map { column in self[row, column] } }
    }
}

extension PostgresError {
    /// The error in a failed result. Without a report of the server the connection itself broke.
    init(result: OpaquePointer, connection: OpaquePointer, during: String) {
        if let report = ServerReport(result: result) {
            self = report.error(during: during)
        } else if PQstatus(connection) == CONNECTION_BAD {
            self = .connectionLost(during: during)
        } else {
            self = .malformedStream(during: during, problem: "libpq could not make sense of the server's answer")
        }
    }
}
