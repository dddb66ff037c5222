import CLibPQ

extension Connection {
    /// Streams the rows of a SELECT through `COPY ... TO STDOUT (FORMAT binary)`; one row is in memory at a time.
    ///
    /// COPY takes no parameters: each value of the query is bound to a transaction-local setting and read from there as text, so
    /// the query gives it a type: `\(day)::date`. It must run inside ``readOnlySession(_:_:)``.
    /// - Parameters:
    ///   - relation: the name to use in errors.
    ///   - columns: the names of the columns the query returns, in order; another number of them is an error.
    ///   - eachRow: is given each row once. What it leaves unread of a row is passed over.
    /// - Throws: ``PostgresError``, or what `eachRow` throws; the stream is then cancelled, which ends the
    ///   transaction; the connection stays usable for the next session.
    public func copy(
        _ query: Query, of relation: String, columns: [String], eachRow: (inout Row) throws -> Void
    ) throws {
        let purpose = "reading \(relation)"
        try startCopy(query, purpose: purpose, columnCount: columns.count)
        var format = BinaryCopyFormat(columnCount: columns.count, purpose: purpose)
        do {
            while let message = try CopyMessage(handle, during: purpose) {
                try format.read(message.bytes, eachRow: eachRow)
            }
        } catch let error as FieldError {
            endCopy()
            let name = columns.indices.contains(error.column - 1) ? columns[error.column - 1] : "number \(error.column)"
            throw PostgresError.unreadableField(relation: relation, column: name, problem: error.problem)
        } catch {
            endCopy()
            throw error
        }
        // The server's own reason first: a stream that it broke off has no trailer either.
        try finishCopy(purpose: purpose)
        try format.checkEnd()
    }

    /// Reads and forgets the same stream. What it takes is the floor for ``copy(_:of:columns:eachRow:)``: the benchmark compares.
    /// - Returns: the bytes that arrived.
    public func drain(_ query: Query, columnCount: Int) throws(PostgresError) -> Int {
        let purpose = "draining a COPY"
        try startCopy(query, purpose: purpose, columnCount: columnCount)
        var total = 0
        while let message = try CopyMessage(handle, during: purpose) { total += message.bytes.count }
        try finishCopy(purpose: purpose)
        return total
    }

    private func startCopy(_ query: Query, purpose: String, columnCount: Int) throws(PostgresError) {
        for (position, value) in query.values.enumerated() {
            try self.query("SELECT set_config(\(Self.settingName(position + 1)), \(value), true)", purpose: purpose)
        }
        let select = query.text { "current_setting('\(Self.settingName($0))')" }
        let started = try QueryResult(
            PQexec(handle, "COPY (\(select)) TO STDOUT (FORMAT binary)"), connection: handle, during: purpose)
        guard started.columnCount == columnCount else {
            let offered = started.columnCount
            endCopy()
            throw .malformedStream(during: purpose, problem: "\(offered) columns are offered where \(columnCount) are read")
        }
    }

    private static func settingName(_ position: Int) -> String { "fairness_audit.value\(position)" }

    /// After the last row the server still says whether all went well.
    private func finishCopy(purpose: String) throws(PostgresError) {
        var failure: PostgresError?
        while let result = PQgetResult(handle) {
            if PQresultStatus(result) != PGRES_COMMAND_OK, failure == nil {
                failure = PostgresError(result: result, connection: handle, during: purpose)
            }
            PQclear(result)
        }
        if let failure { throw failure }
    }

    /// Stops a stream halfway: asks the server to cancel it and reads what was already under way.
    private func endCopy() {
        if let cancel = PQgetCancel(handle) {
            var reason = [CChar](repeating: 0, count: 256)
            _ = PQcancel(cancel, &reason, 256)
            PQfreeCancel(cancel)
        }
        while let result = PQgetResult(handle) {
            let isStreaming = PQresultStatus(result) == PGRES_COPY_OUT
            PQclear(result)
            if isStreaming {
                var buffer: UnsafeMutablePointer<CChar>?
                while PQgetCopyData(handle, &buffer, 0) > 0 { PQfreemem(buffer) }
            }
        }
    }
}

/// One message of a COPY stream in libpq's buffer, freed when the value ends.
private struct CopyMessage: ~Copyable {
    private let buffer: UnsafeMutablePointer<CChar>
    private let count: Int

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: buffer, count: count) }

    /// Waits for the next message; nil after the last.
    init?(_ connection: OpaquePointer, during purpose: String) throws(PostgresError) {
        var received: UnsafeMutablePointer<CChar>?
        let length = PQgetCopyData(connection, &received, 0)
        if length == -1 { return nil }
        guard length > 0, let received else { throw .connectionLost(during: purpose) }
        buffer = received
        count = Int(length)
    }

    deinit {
        PQfreemem(buffer)
    }
}
