import Cohort

/// The replay protocol that this version speaks (docs/protocol.md).
enum ReplayProtocol {
    static let name = "fairness-audit/replay"
    static let version = 1
}

/// What a program said of itself before the first batch.
public struct ProgramHandshake: Sendable, Equatable {
    public var name: String
    public var version: String
    public var claims: CoreClaims

    public init(name: String, version: String, claims: CoreClaims) {
        self.name = name
        self.version = version
        self.claims = claims
    }

    /// Reads the first line of a program.
    init(line: ArraySlice<UInt8>) throws(ProgramError.Problem) {
        let source = "its first line"
        let value: JSONValue
        do { value = try JSONValue(parsing: line, source: source) } catch { throw .notJSON(Visible.text(error.problem), .handshake) }
        do {
            self = try Self.read(JSONObject(value, source: source)).get()
        } catch let problem as ProgramError.Problem {
            throw problem
        } catch {
            throw .badHandshake(Visible.text("\(error)"))
        }
    }

    private static func read(_ object: JSONObject) throws(JSONError) -> Result<ProgramHandshake, ProgramError.Problem> {
        var answer = object
        if answer.optionalValue("error") != nil { return .failure(.refused(Visible.text(try answer.string("error")), .handshake)) }
        let spoken = "\(Visible.text(try answer.string("protocol"))) version \(Visible.number(try answer.number("version")))"
        guard spoken == "\(ReplayProtocol.name) version \(ReplayProtocol.version)" else { return .failure(.otherProtocol(spoken)) }
        var core = try answer.object("core")
        let name = Visible.text(try core.string("name")), version = Visible.text(try core.string("version"))
        try core.close()
        let claims = try answer.optionalObject("claims").map { claims throws(JSONError) in try CoreClaims(claims) }
        try answer.close()
        return .success(ProgramHandshake(name: name, version: version, claims: claims ?? CoreClaims()))
    }
}

extension CoreClaims {
    fileprivate init(_ object: JSONObject) throws(JSONError) {
        var object = object
        self.init()
        if object.optionalValue("monotone") != nil { monotone = try object.bool("monotone") }
        if object.optionalValue("ties") != nil { ties = try object.choice("ties", of: Ties.self) }
        if object.optionalValue("ranks") != nil { ranks = try object.choice("ranks", of: Ranks.self) }
        try object.close()
    }
}
