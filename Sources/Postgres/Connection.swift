import CLibPQ

/// One connection to a PostgreSQL server, closed when the value ends.
///
/// The handle is libpq's [`PGconn`](https://www.postgresql.org/docs/current/libpq-connect.html); it is used by one thread at a
/// time, which the missing `Copyable` makes sure of.
public struct Connection: ~Copyable {
    let handle: OpaquePointer
    /// What the URL makes us say to the user, such as a connection without TLS.
    public let warnings: [String]
    /// Names the server and the database, never a password.
    public let server: String

    /// Connects, and waits for at most 10 seconds unless the URL has a `connect_timeout` of its own.
    /// - Throws: ``PostgresError/unreachable(server:reason:)`` or ``PostgresError/notLetIn(server:reason:)``.
    public init(_ url: ConnectionURL) throws(PostgresError) {
        var options = url.options.filter { !["application_name", "client_encoding"].contains($0.keyword) }
        options.append(("application_name", "fairness-audit"))
        options.append(("client_encoding", "UTF8"))
        if url["connect_timeout"] == nil { options.append(("connect_timeout", "10")) }

        let connected = withCStrings(options.map(\.keyword)) { keywords in
            withCStrings(options.map(\.value)) { values in
                PQconnectdbParams(keywords, values, 0)
            }
        }
        server = url.description
        warnings = url.warnings
        guard let connected else { throw .unreachable(server: server, reason: "libpq is out of memory") }
        guard PQstatus(connected) == CONNECTION_OK else {
            let text = Self.redacted(String(cString: PQerrorMessage(connected)), password: url.password)
            // Before the server has spoken there is no SQLSTATE; libpq only tells by this flag that it asked for a password.
            let wasAsked = PQconnectionNeedsPassword(connected) == 1 || PQconnectionUsedPassword(connected) == 1
            PQfinish(connected)
            throw Self.refusal(text, server: server, passwordWasAsked: wasAsked)
        }
        handle = connected
        // libpq prints notices on standard error; a view's RAISE NOTICE could quote a row there.
        _ = PQsetNoticeProcessor(connected, { _, _ in }, nil)
    }

    /// Parses the URL and connects.
    public init(url: String) throws(PostgresError) {
        try self.init(ConnectionURL(url))
    }

    deinit {
        PQfinish(handle)
    }

    /// `150004` for 15.4.
    public var serverVersion: Int { Int(PQserverVersion(handle)) }

    /// Whether the connection travels in TLS.
    public var usesTLS: Bool { PQsslInUse(handle) == 1 }

    /// Runs one statement with its values bound, and returns its rows as text.
    /// - Parameter purpose: what we are doing, as it will be read after "while" in an error: `reading the columns of participant`.
    @discardableResult
    public func query(_ query: Query, purpose: String) throws(PostgresError) -> QueryResult {
        let values = query.values
        let sql = query.text { "$\($0)" }
        let result = withCStrings(values) { pointers in
            PQexecParams(handle, sql, Int32(values.count), nil, pointers, nil, nil, 0)
        }
        return try QueryResult(result, connection: handle, during: purpose)
    }

    private static func refusal(_ text: String, server: String, passwordWasAsked: Bool) -> PostgresError {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(while: \.isWhitespace) }
        let fatal = lines.last { $0.contains("FATAL:") }
        if let fatal, let spoken = fatal.firstRange(of: "FATAL:") {
            let reason = fatal[spoken.upperBound...].trimmingPrefix(while: \.isWhitespace)
            // A server that starts, stops or is full did answer, but is as good as not there.
            let isUnavailable = reason.contains("starting up") || reason.contains("shutting down") || reason.contains("too many")
            return isUnavailable
                ? .unreachable(server: server, reason: String(reason)) : .notLetIn(server: server, reason: String(reason))
        }
        let reason = lines.joined(separator: " ")
        if passwordWasAsked, reason.contains("password") { return .notLetIn(server: server, reason: reason) }
        return .unreachable(server: server, reason: reason)
    }

    /// No text of libpq holds the password; should one ever, it is taken out here.
    private static func redacted(_ text: String, password: String?) -> String {
        guard let password, password.count >= 4 else { return text }
        return text.replacing(password, with: "[password]")
    }
}

/// The strings as a NULL-terminated array of C strings, valid during `body`.
private func withCStrings<R>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> R) -> R {
    let bytes = strings.map { Array($0.utf8CString) }
    let joined = bytes.flatMap { $0 }
    return joined.withUnsafeBufferPointer { buffer in
        var pointers: [UnsafePointer<CChar>?] = []
        var offset = 0
        for string in bytes {
            pointers.append(buffer.baseAddress.map { $0 + offset })
            offset += string.count
        }
        pointers.append(nil)
        return pointers.withUnsafeBufferPointer { list in body(list.baseAddress.unsafelyUnwrapped) }
    }
}
