import ArgumentParser
import Intake
import Postgres

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say whether a database fulfils the audit contract. Reads only.",
        discussion: "Exit codes: 0 it does, 3 something required is missing or cannot be read, 4 it offers more than the contract allows.")

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let connection = try database.connect()
        let report = try ContractCheck.run(connection)
        for line in report.lines(bold: Terminal.usesStyles) { Terminal.print(line) }
        switch report.status {
        case .ok: break
        case .missingRequired: throw ExitStatus.couldNotRun
        case .outsideContract: throw ExitStatus.protected
        }
    }
}

struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .customLong("database"),
        help: "PostgreSQL URL, such as postgresql://audit@host/db?sslmode=verify-full. Leave the password to PGPASSFILE or a service file.")
    var url: String

    func connect() throws -> Connection {
        let connection = try Connection(url: url)
        for warning in connection.warnings { Terminal.warning(warning) }
        return connection
    }
}
