/// What went wrong between us and the server, in words that may be printed and logged.
///
/// No case carries a value from a row, a bound value or a password. libpq's own texts can hold them (a DETAIL line, or
/// `invalid input syntax for type date: "..."`), so only the texts of conditions that are about names and rights are passed on.
public enum PostgresError: Error, Equatable, Sendable {
    /// The URL cannot be used as it is written.
    case invalidURL(reason: String)
    /// No server answered, or TLS could not be agreed with it.
    case unreachable(server: String, reason: String)
    /// The server answered and did not let us in: password, role, database or pg_hba.conf.
    case notLetIn(server: String, reason: String)
    /// The server went away: stopped, restarted, or the connection was cut.
    case connectionLost(during: String)
    /// A statement or a lock took longer than the session allows.
    case timedOut(during: String)
    /// The role may not read something.
    case permissionDenied(during: String, reason: String)
    /// A schema, relation, column or function is not there.
    case notFound(during: String, reason: String)
    /// A stored value does not fit the type it is read as. The value is not told.
    case valueDoesNotFit(during: String, condition: String)
    /// Any other error of the server, by its five-character SQLSTATE.
    case rejected(during: String, sqlState: String, reason: String)
    /// The stream of rows is not what PostgreSQL's binary COPY format promises.
    case malformedStream(during: String, problem: String)
    /// A field of a row is not of the type it was read as, or NULL where a value is required.
    case unreadableField(relation: String, column: String, problem: String)
}

extension PostgresError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .invalidURL(let reason):
            "The database URL cannot be used: \(reason). Write it as postgresql://user@host:5432/database?sslmode=verify-full"
                + " and percent-encode special characters in the password (@ is %40, / is %2F, % is %25)."
        case .unreachable(let server, let reason):
            "No connection to \(server): \(reason). Check the host, the port, the network and the TLS options of the URL."
        case .notLetIn(let server, let reason):
            "\(server) did not let us in: \(reason). Check the role, its password, the database name and the server's pg_hba.conf."
        case .connectionLost(let during):
            "The server went away while \(during). Nothing was written; run the command again once the server is back."
        case .timedOut(let during):
            "The server took too long while \(during). Nothing was written; run it at a quiet hour, or ask the database administrator what it waits for."
        case .permissionDenied(let during, let reason):
            "The role lacks a right needed while \(during): \(reason). Grant it SELECT on the relations of the contract, and nothing more."
        case .notFound(let during, let reason):
            "Something is missing while \(during): \(reason). Compare the database with the contract: fairness-audit check."
        case .valueDoesNotFit(let during, let condition):
            "A stored value does not fit while \(during): \(condition). Values are not shown here; look for them in the database, or correct the view."
        case .rejected(let during, let sqlState, let reason):
            "The server refused while \(during): \(reason) (SQLSTATE \(sqlState)). Look up the code in PostgreSQL's appendix A."
        case .malformedStream(let during, let problem):
            "The rows did not arrive as they should while \(during): \(problem). If a proxy stands between, connect to the server itself."
        case .unreadableField(let relation, let column, let problem):
            "Column \(relation).\(column) cannot be read: \(problem). Correct the view that offers it."
        }
    }
}

/// Why one field could not be decoded; ``Connection/copy(_:of:columns:eachRow:)`` adds the names of relation and column.
public struct FieldError: Error, Equatable, Sendable {
    /// 1 for the first column.
    public let column: Int
    public let problem: String

    @usableFromInline
    init(column: Int, problem: String) {
        self.column = column
        self.problem = problem
    }
}
