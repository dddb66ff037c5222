import Foundation

extension GateReport {
    /// The bytes of `gate.json`: keys sorted, no NaN or infinity, the same value always gives the same bytes.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(self)
        data.append(UInt8(ascii: "\n"))
        return data
    }

    public init(json: Data) throws {
        self = try JSONDecoder().decode(GateReport.self, from: json)
    }
}
