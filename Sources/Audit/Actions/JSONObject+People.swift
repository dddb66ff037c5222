import Cohort

/// What people write in the files that they keep under version control: texts, days and roles.
extension JSONObject {
    /// A text that says something.
    mutating func written(_ key: String) throws(JSONError) -> String {
        let text = try string(key)
        guard text.contains(where: { !$0.isWhitespace }) else { throw error(key, "is empty; write it down") }
        return text
    }

    /// Who did it or sees to it. The file is kept for years and read by many, so it names a role and not a person.
    mutating func role(_ key: String) throws(JSONError) -> String {
        let role = try written(key)
        guard !role.contains("@") else { throw error(key, "an address names a person; write the role, such as \"product owner\"") }
        return role
    }

    mutating func day(_ key: String) throws(JSONError) -> Day {
        guard let day = Day(iso: try string(key)) else { throw error(key, "a day such as 2026-10-01 is expected") }
        return day
    }

    mutating func optionalDay(_ key: String) throws(JSONError) -> Day? {
        optionalValue(key) == nil ? nil : try day(key)
    }
}
