import CLibPQ

/// How long one statement and one lock may take, and the time zone in which a timestamp becomes a day.
public struct SessionOptions: Sendable {
    public var statementTimeoutSeconds: Int
    public var lockTimeoutSeconds: Int
    public var timeZone: String

    public init(statementTimeoutSeconds: Int = 900, lockTimeoutSeconds: Int = 10, timeZone: String = "Europe/Amsterdam") {
        self.statementTimeoutSeconds = statementTimeoutSeconds
        self.lockTimeoutSeconds = lockTimeoutSeconds
        self.timeZone = timeZone
    }
}

extension Connection {
    /// Runs `body` in one transaction that sees one state of the database and cannot write: REPEATABLE READ, READ ONLY.
    ///
    /// The session is also made read-only by default, so that nothing can be written after the transaction either. The transaction
    /// always ends by ROLLBACK: there is nothing to keep.
    public func readOnlySession<R>(
        _ options: SessionOptions = SessionOptions(), _ body: (borrowing Connection) throws -> R
    ) throws -> R {
        let purpose = "opening a read-only session"
        try query(
            """
            SELECT set_config('default_transaction_read_only', 'on', false),
                   set_config('statement_timeout', \(options.statementTimeoutSeconds * 1000), false),
                   set_config('lock_timeout', \(options.lockTimeoutSeconds * 1000), false),
                   set_config('idle_in_transaction_session_timeout', \(options.statementTimeoutSeconds * 1000), false),
                   set_config('TimeZone', \(options.timeZone), false)
            """, purpose: purpose)
        try query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", purpose: purpose)
        do {
            let value = try body(self)
            try query("ROLLBACK", purpose: "closing the read-only session")
            return value
        } catch {
            // The first error is the one to tell; a rollback that fails as well adds nothing to it.
            _ = try? query("ROLLBACK", purpose: "closing the read-only session")
            throw error
        }
    }
}
