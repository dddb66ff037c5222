import Postgres
import TestSupport
import Testing

@Suite struct ConnectionTests {
    @Test func `values are bound and come back as they were`() async throws {
        try await TestDatabase.with { database in
            let connection = try Connection(url: database.url)
            let hostile = "x'; DROP TABLE participant; --\"$1"
            let result = try connection.query("SELECT \(hostile)::text, \(7)::int, \(true)::bool, NULL", purpose: "testing")
            #expect(result.rows == [[hostile, "7", "t", nil]])
            let name = try connection.query("SELECT 1 AS \(identifier: "a\"b")", purpose: "testing")
            #expect(name.rows == [["1"]])
        }
    }

    @Test func `the session reads one state of the database and cannot write`() async throws {
        try await TestDatabase.with { database in
            try await database.run("CREATE TABLE t (n int); INSERT INTO t VALUES (1)")
            let connection = try Connection(url: database.url)
            try connection.readOnlySession(SessionOptions(statementTimeoutSeconds: 60, lockTimeoutSeconds: 5)) { connection in
                let settings = try connection.query(
                    """
                    SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only'),
                           current_setting('default_transaction_read_only'), current_setting('statement_timeout'),
                           current_setting('lock_timeout'), current_setting('TimeZone'), current_setting('application_name')
                    """, purpose: "testing")
                #expect(settings.rows == [["repeatable read", "on", "on", "1min", "5s", "Europe/Amsterdam", "fairness-audit"]])
                let error = #expect(throws: PostgresError.self) { try connection.query("INSERT INTO t VALUES (2)", purpose: "writing") }
                #expect(error == .rejected(during: "writing", sqlState: "25006", reason: "cannot execute INSERT in a read-only transaction"))
            }
            let after = #expect(throws: PostgresError.self) { try connection.query("INSERT INTO t VALUES (2)", purpose: "writing") }
            #expect(after == .rejected(during: "writing", sqlState: "25006", reason: "cannot execute INSERT in a read-only transaction"))
            #expect(try await database.run("SELECT count(*) FROM t") == "1")
        }
    }

    @Test func `another session's commit is not seen halfway`() async throws {
        try await TestDatabase.with { database in
            try await database.run("CREATE TABLE t (n int); INSERT INTO t VALUES (1)")
            let connection = try Connection(url: database.url)
            let writer = try Connection(url: database.url)
            try connection.readOnlySession { connection in
                let before = try connection.query("SELECT count(*) FROM t", purpose: "testing").rows
                try writer.query("INSERT INTO t VALUES (2)", purpose: "testing")
                #expect(try connection.query("SELECT count(*) FROM t", purpose: "testing").rows == before)
            }
        }
    }

    @Test func `a statement or a lock that takes too long is told as such`() async throws {
        try await TestDatabase.with { database in
            try await database.run("CREATE TABLE t (n int)")
            let connection = try Connection(url: database.url)
            #expect(throws: PostgresError.timedOut(during: "waiting")) {
                try connection.readOnlySession(SessionOptions(statementTimeoutSeconds: 1)) { connection in
                    try connection.query("SELECT pg_sleep(20)", purpose: "waiting")
                }
            }
            let holder = try Connection(url: database.url)
            try holder.query("BEGIN", purpose: "testing")
            try holder.query("LOCK TABLE t", purpose: "testing")
            #expect(throws: PostgresError.timedOut(during: "reading t")) {
                try connection.readOnlySession(SessionOptions(lockTimeoutSeconds: 1)) { connection in
                    try connection.copy("SELECT n FROM t", of: "t", columns: ["n"]) { _ in }
                }
            }
        }
    }

    @Test func `a server that does not answer`() throws {
        let error = #expect(throws: PostgresError.self) {
            _ = try Connection(url: "postgresql://audit:s3cret@127.0.0.1:1/huizen?connect_timeout=2")
        }
        guard case .unreachable(let server, let reason) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(server == "database \"huizen\" on 127.0.0.1:1")
        #expect(reason.contains("refused") && !reason.contains("s3cret"))
        let noSocket = #expect(throws: PostgresError.self) { _ = try Connection(url: "postgresql:///huizen?host=/nonexistent") }
        guard case .unreachable = noSocket else { return #expect(Bool(false), "\(String(describing: noSocket))") }
    }

    @Test func `a wrong password, a role and a database that do not exist`() async throws {
        try await TestDatabase.with { database in
            let role = try await database.makeRole("PASSWORD 'the-right-one' IN ROLE password_required")
            _ = try Connection(url: database.url(forRole: role, password: "the-right-one"))
            for url in [
                database.url(forRole: role, password: "s3cret-and-wrong"), database.url(forRole: role),
                database.url(forRole: "nobody_of_that_name"), database.url.replacing(database.name, with: "no_such_database"),
            ] {
                let error = #expect(throws: PostgresError.self) { _ = try Connection(url: url) }
                guard case .notLetIn = error else { return #expect(Bool(false), "\(String(describing: error))") }
                #expect(!String(describing: error).contains("s3cret"))
            }
            try await database.dropRole(role)
        }
    }

    @Test func `the server's texts that quote values are not passed on`() async throws {
        try await TestDatabase.with { database in
            try await database.run(
                """
                CREATE TABLE person (born text, born_on text); INSERT INTO person VALUES ('jan de vries', '1980-13-45');
                CREATE FUNCTION raise() RETURNS int LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''about jan de vries''; END';
                """)
            let connection = try Connection(url: database.url)
            for query: Query in [
                "SELECT born::int FROM person", "SELECT born_on::date FROM person", "SELECT born::float8 FROM person",
                "SELECT born::bool FROM person", "SELECT raise()", "SELECT (born || \("9"))::smallint FROM person",
            ] {
                let error = #expect(throws: PostgresError.self) { try connection.query(query, purpose: "testing") }
                let text = String(describing: error)
                #expect(!text.contains("jan") && !text.contains("1980") && text.contains("SQLSTATE"), "\(text)")
            }
        }
    }

    @Test func `what is not there and what may not be read are named`() async throws {
        try await TestDatabase.with { database in
            try await database.run("CREATE TABLE secrets (n int)")
            let role = try await database.makeRole()
            let connection = try Connection(url: database.url(forRole: role))
            let denied = #expect(throws: PostgresError.self) { try connection.query("SELECT * FROM secrets", purpose: "testing") }
            #expect(denied == .permissionDenied(during: "testing", reason: "permission denied for table secrets"))
            let missing = #expect(throws: PostgresError.self) { try connection.query("SELECT * FROM nowhere", purpose: "testing") }
            #expect(missing == .notFound(during: "testing", reason: "relation \"nowhere\" does not exist"))
            try await database.dropRole(role)
        }
    }

    @Test func `TLS is verified against the authority that the URL names`() async throws {
        try await TLSServer.with { server in
            let verified = try Connection(url: "\(server.url)?sslmode=verify-full&sslrootcert=\(server.authority)")
            let (tls, warnings) = (verified.usesTLS, verified.warnings)
            #expect(tls)
            #expect(warnings.isEmpty)

            // 127.0.0.1 is not the name in the certificate; the second authority is not the one that signed it.
            let otherName = server.url.replacing("@localhost:", with: "@127.0.0.1:")
            for (url, part) in [
                ("\(otherName)?sslmode=verify-full&sslrootcert=\(server.authority)", "does not match host name"),
                ("\(server.url)?sslmode=verify-full&sslrootcert=/nonexistent/ca.crt", "root certificate file"),
                ("\(server.url)?sslmode=disable", "no pg_hba.conf entry"),
            ] {
                let error = #expect(throws: PostgresError.self) { _ = try Connection(url: url) }
                let text = String(describing: error)
                #expect(text.contains(part), "\(text)")
                #expect(!text.contains("for-this-run-only"))
            }
            let wrong = server.url.replacing("for-this-run-only", with: "s3cret-and-wrong")
            let refused = #expect(throws: PostgresError.self) {
                _ = try Connection(url: "\(wrong)?sslmode=verify-full&sslrootcert=\(server.authority)")
            }
            guard case .notLetIn = refused else { return #expect(Bool(false), "\(String(describing: refused))") }
            #expect(!String(describing: refused).contains("s3cret"))
        }
    }
}
