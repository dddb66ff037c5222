/// A part of the walk, for whoever waits: the audit says when each begins and ends, and has no clock of its own.
public struct AuditStage: Sendable, Hashable {
    /// `replay`, `frame`, `measure`, `judge`, `tables`, `chance`, `disclose`.
    public let name: String
    /// The indicator or the window it is about; empty for all.
    public let detail: String

    public enum Moment: Sendable { case begins, ends }

    public typealias Observer = @Sendable (AuditStage, Moment) -> Void

    /// Runs a part of the walk and says so.
    static func observed<Value, Failure: Error>(
        _ observer: Observer?, _ name: String, _ detail: String = "", _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let stage = AuditStage(name: name, detail: detail)
        observer?(stage, .begins)
        defer { observer?(stage, .ends) }
        return try body()
    }
}
