import CLibPQ

/// The server's own report of an error, reduced to what may be told.
struct ServerReport {
    let sqlState: String
    let message: String

    /// The report in a result, or nil when libpq made the result itself because the server is gone.
    init?(result: OpaquePointer) {
        guard let state = PQresultErrorField(result, Self.sqlStateField) else { return nil }
        sqlState = String(cString: state)
        message = PQresultErrorField(result, Self.primaryMessageField).map { String(cString: $0) } ?? ""
    }

    /// The case that a caller can act on. `during` is ours; what is quoted from the server only names things and rights.
    func error(during: String) -> PostgresError {
        switch sqlState {
        case "57014", "55P03", "25P03", "57P05":
            .timedOut(during: during)
        case "57P01", "57P02", "57P03":
            .connectionLost(during: during)
        case "42501":
            .permissionDenied(during: during, reason: message)
        case "42P01", "42703", "3F000", "42883", "42704":
            .notFound(during: during, reason: message)
        default:
            switch sqlState.prefix(2) {
            case "08": .connectionLost(during: during)
            case "22", "23": .valueDoesNotFit(during: during, condition: Self.condition(of: sqlState))
            // Syntax, transaction state, resources and limits: texts about statements and settings, never about stored values.
            case "42", "25", "53", "54", "55": .rejected(during: during, sqlState: sqlState, reason: message)
            // Anything else, such as RAISE in a view's function, may quote a row.
            default: .rejected(during: during, sqlState: sqlState, reason: "its text may quote stored values and is left out")
            }
        }
    }

    /// The condition's name in PostgreSQL's appendix A, for the classes whose texts quote values.
    private static func condition(of sqlState: String) -> String {
        let names = [
            "22001": "text too long for its type", "22003": "number out of range", "22007": "not a date or time",
            "22008": "date or time out of range", "22012": "division by zero", "22021": "character not in the encoding",
            "22023": "invalid parameter", "22P02": "text that is not of the type it is read as", "22P03": "invalid binary form",
            "22P05": "character that cannot be converted",
        ]
        return (names[sqlState] ?? "a data exception") + " (SQLSTATE \(sqlState))"
    }

    // PG_DIAG_SQLSTATE and PG_DIAG_MESSAGE_PRIMARY are character literals in C, which Swift does not import as Int32.
    private static let sqlStateField = Int32(UInt8(ascii: "C"))
    private static let primaryMessageField = Int32(UInt8(ascii: "M"))
}
