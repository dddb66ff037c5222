import Foundation
import Subprocess

/// A database of its own for one test, on the throw-away server of `scripts/with-postgres.sh`; dropped afterwards.
///
/// SQL goes through `psql`, so that nothing here leans on the code under test.
public struct TestDatabase: Sendable {
    public let name: String
    /// A libpq URI for a superuser.
    public let url: String

    /// Makes a database, lends it to `body`, and drops it whatever happened.
    public static func with<R>(_ body: (TestDatabase) async throws -> R) async throws -> R {
        let server = try serverURL()
        let name = "test_" + UUID().uuidString.lowercased().replacing("-", with: "")
        try await psql(server, "CREATE DATABASE \(name)")
        let database = TestDatabase(name: name, url: server.replacing("///postgres?", with: "///\(name)?"))
        do {
            let value = try await body(database)
            try await psql(server, "DROP DATABASE \(name) WITH (FORCE)")
            return value
        } catch {
            try? await psql(server, "DROP DATABASE \(name) WITH (FORCE)")
            throw error
        }
    }

    /// Runs statements, and returns what they print: rows on lines, columns with `|` between.
    @discardableResult
    public func run(_ sql: String) async throws -> String {
        try await Self.psql(url, sql)
    }

    /// The same URL for another role.
    public func url(forRole role: String, password: String? = nil) -> String {
        let options = url.replacing("user=fairness_test", with: "user=\(role)")
        return password.map { options + "&password=\($0)" } ?? options
    }

    /// A role of this database's own, so that tests can run side by side; it is dropped with ``dropRole(_:)``.
    public func makeRole(_ options: String = "") async throws -> String {
        let role = "role_" + UUID().uuidString.lowercased().replacing("-", with: "")
        try await run("CREATE ROLE \(role) LOGIN \(options)")
        return role
    }

    public func dropRole(_ role: String) async throws {
        try await run("DROP OWNED BY \(role); DROP ROLE \(role)")
    }

    /// The contract as its authors wrote it, not as this program prints it.
    public static func contractSQL() throws -> String {
        try String(contentsOf: Repository.shared("design/contract.sql"), encoding: .utf8)
    }

    private static func serverURL() throws -> String {
        guard let url = ProcessInfo.processInfo.environment["FAIRNESS_AUDIT_TEST_DATABASE"], !url.isEmpty else {
            throw TestSetupError(
                "FAIRNESS_AUDIT_TEST_DATABASE is not set: there is no server to test against. Run the tests with `make test`, or put scripts/with-postgres.sh before the command.")
        }
        return url
    }

    @discardableResult
    private static func psql(_ url: String, _ sql: String) async throws -> String {
        let result = try await Subprocess.run(
            .name("psql"), arguments: ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", "-"],
            input: .string(sql), output: .string(limit: 1 << 22), error: .string(limit: 1 << 16))
        guard result.terminationStatus == .exited(0) else {
            throw TestSetupError("psql failed on the test's own SQL: \(result.standardError)")
        }
        return result.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
