import Foundation

extension AuditReport {
    /// The bytes of `audit.json`: keys sorted, no NaN or infinity, the same value always gives the same bytes.
    public func json() throws -> Data {
        try canonicalJSON()
    }

    public init(json: Data) throws {
        self = try JSONDecoder().decode(AuditReport.self, from: json)
    }
}
