import Audit
import Foundation

extension GateReport {
    /// The bytes of `gate.json`: keys sorted, no NaN or infinity, the same value always gives the same bytes.
    public func json() throws -> Data {
        try canonicalJSON()
    }

    public init(json: Data) throws {
        self = try JSONDecoder().decode(GateReport.self, from: json)
    }
}
