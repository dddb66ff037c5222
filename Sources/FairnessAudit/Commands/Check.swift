import ArgumentParser
import Intake
import Postgres

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say whether a database fulfils the audit contract. Reads only.",
        discussion: "Exit codes: 0 it does, 3 something required is missing or cannot be read, 4 it offers more than the contract allows.")

    @Option(name: .customLong("database"), help: DatabaseOptions.help)
    var url: String?

    @Flag(help: "Print the contract as SQL, to make views or tables from, and read nothing.")
    var contract = false

    func validate() throws {
        guard (url != nil) != contract else { throw ValidationError("Say what to do: --database URL, or --contract.") }
    }

    func run() throws {
        guard let url else { return Terminal.print(Contract.ddl()) }
        let connection = try DatabaseOptions.connect(url)
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
    static let help: ArgumentHelp =
        "PostgreSQL URL, such as postgresql://audit@host/db?sslmode=verify-full. Leave the password to PGPASSFILE or a service file."

    @Option(name: .customLong("database"), help: DatabaseOptions.help)
    var url: String

    static func connect(_ url: String) throws -> Connection {
        let connection = try Connection(url: url)
        for warning in connection.warnings { Terminal.warning(warning) }
        return connection
    }
}
