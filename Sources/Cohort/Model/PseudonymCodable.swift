import Foundation

// GRDB asks Codable columns for their DatabaseValueConvertible form first, so this is only met outside a database.
extension Pseudonym: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let data = try container.decode(Data.self)
        guard data.count == 16, let pseudonym = Pseudonym(data) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a pseudonym has 16 bytes")
        }
        self = pseudonym
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Data(bytes))
    }
}
