import CLibPQ

/// A libpq connection URI or keyword string, taken apart by libpq itself and checked before anything is sent.
///
/// Every option libpq knows is kept as it was given (`sslmode`, `sslrootcert`, `target_session_attrs`, ...). The value can be
/// printed: `description` names the server only, and never the password.
public struct ConnectionURL: Sendable {
    /// Keyword and value, in libpq's order, of what the URL sets.
    let options: [(keyword: String, value: String)]
    /// What libpq fills in from its environment (PGHOST, PGSSLMODE, ...) where the URL is silent.
    private let defaults: [String: String]

    /// - Throws: ``PostgresError/invalidURL(reason:)``. libpq's own text is not passed on: it quotes the part it stumbled over,
    ///   which may be a piece of the password.
    public init(_ url: String) throws(PostgresError) {
        guard url.hasPrefix("postgresql://") || url.hasPrefix("postgres://") || url.contains("=") else {
            throw .invalidURL(reason: "it does not start with postgresql://")
        }
        guard !url.utf8.contains(0) else { throw .invalidURL(reason: "it holds a zero byte") }
        var message: UnsafeMutablePointer<CChar>?
        let parsed = PQconninfoParse(url, &message)
        if let message { PQfreemem(message) }
        guard let parsed else { throw .invalidURL(reason: "libpq cannot read it") }
        options = Self.pairs(of: parsed)
        PQconninfoFree(parsed)

        if let known = PQconndefaults() {
            defaults = Dictionary(uniqueKeysWithValues: Self.pairs(of: known).map { ($0.keyword, $0.value) })
            PQconninfoFree(known)
        } else {
            defaults = [:]
        }
        try checkSeparators()
    }

    /// An unescaped @, / or : in a password makes libpq take a piece of it for the host, port or database; that piece would
    /// then be quoted in the message about a host that is not found. So it is noticed here.
    private func checkSeparators() throws(PostgresError) {
        let advice = "a special character in the password is probably not percent-encoded"
        for host in hosts where host.contains("@") {
            throw .invalidURL(reason: "the host holds an @; \(advice)")
        }
        if let port = self["port"], !port.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ",") }) {
            throw .invalidURL(reason: "the port is not a number; \(advice)")
        }
        if let database = self["dbname"], database.contains("@") || database.contains("/") {
            throw .invalidURL(reason: "the database name holds an @ or a /; \(advice)")
        }
    }

    /// The value the connection will use: the URL's, else libpq's default.
    subscript(keyword: String) -> String? {
        options.first { $0.keyword == keyword }?.value ?? defaults[keyword]
    }

    var password: String? { self["password"] }

    /// Every host the connection may be made to. Empty: libpq's own Unix socket.
    private var hosts: [String] {
        let named = self["hostaddr"] ?? self["host"] ?? ""
        return named.split(separator: ",", omittingEmptySubsequences: true).map(String.init)
    }

    /// What the user should know before relying on this connection; each entry is a sentence.
    public var warnings: [String] {
        let far = hosts.filter { !Self.isThisMachine($0) }
        let mode = self["sslmode"] ?? "prefer"
        guard !far.isEmpty, ["disable", "allow", "prefer"].contains(mode) else { return [] }
        return [
            "The connection to \(far.joined(separator: ", ")) may travel without TLS, or to a server that is not the one it says it is (sslmode=\(mode)). "
                + "Add sslmode=verify-full, and sslrootcert=FILE with your authority's certificate, to the database URL."
        ]
    }

    /// A Unix socket, or an address or name that never leaves this machine.
    static func isThisMachine(_ host: String) -> Bool {
        if host.hasPrefix("/") || host.hasPrefix("@") { return true }
        if host == "localhost" || host == "::1" { return true }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4 && octets[0] == "127" && octets.allSatisfy { UInt8($0) != nil }
    }

    private static func pairs(of first: UnsafeMutablePointer<PQconninfoOption>) -> [(keyword: String, value: String)] {
        var pairs: [(keyword: String, value: String)] = []
        var option = first
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val {
                pairs.append((String(cString: keyword), String(cString: value)))
            }
            option += 1
        }
        return pairs
    }
}

extension ConnectionURL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `database "huizen" on db.example.nl:5432`.
    public var description: String {
        let place = hosts.isEmpty ? "this machine" : hosts.joined(separator: ", ")
        let port = self["port"].map { ":" + $0 } ?? ""
        let database = self["dbname"] ?? self["user"] ?? ""
        return "database \"\(database)\" on \(place)\(port)"
    }

    public var debugDescription: String { description }

    /// Without this, `dump` and string reflection would walk into the stored options and print the password.
    public var customMirror: Mirror { Mirror(self, children: ["server": description]) }
}
