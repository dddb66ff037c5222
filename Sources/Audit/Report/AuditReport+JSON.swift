import Foundation

extension AuditReport {
    /// The bytes of `audit.json`: keys sorted, no NaN or infinity, the same value always gives the same bytes.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(self)
        data.append(UInt8(ascii: "\n"))
        return data
    }

    public init(json: Data) throws {
        self = try JSONDecoder().decode(AuditReport.self, from: json)
    }
}

extension Double {
    /// The nearest number with 10 significant decimal digits: what `audit.json` prints.
    /// Differences beyond that are the machine's, not the cohort's.
    var reported: Double {
        guard isFinite, self != 0 else { return self == 0 ? 0 : self }
        return Double(String(format: "%.9e", self)) ?? self
    }

    /// `nil` for an unbounded end.
    var reportedBound: Double? { isFinite ? reported : nil }
}
