import Cohort
import Postgres

/// The fields of a row as the contract's records hold them.
extension Row {
    mutating func text() throws -> String { try decode(String.self) }
    mutating func textIfPresent() throws -> String? { try decodeIfPresent(String.self) }
    mutating func smallint() throws -> Int? { try decodeIfPresent(Int16.self).map(Int.init) }
    mutating func integer() throws -> Int? { try decodeIfPresent(Int32.self).map(Int.init) }
    mutating func flag() throws -> Bool? { try decodeIfPresent(Bool.self) }
    mutating func number() throws -> Double? { try decodeIfPresent(Double.self) }

    /// A day that must be there.
    mutating func day(_ column: String) throws -> Day {
        guard let day = try Day(decode(PostgresDate.self)) else { throw IntakeError.dateMissing(column: column) }
        return day
    }

    /// A day that may be unknown. `infinity` says that there is no end, which is what NULL says in the contract.
    mutating func dayIfPresent(_ column: String) throws -> Day? {
        guard let date = try decodeIfPresent(PostgresDate.self) else { return nil }
        if date.daysSince2000 == .max { return nil }
        guard let day = Day(date) else { throw IntakeError.dateMissing(column: column) }
        return day
    }
}

extension Day {
    /// nil outside the years 1...9999, which a snapshot cannot write.
    init?(_ date: PostgresDate) {
        guard date.isFinite else { return nil }
        self.init(number: date.daysSince1970)
        guard (1...9999).contains(year) else { return nil }
    }
}
