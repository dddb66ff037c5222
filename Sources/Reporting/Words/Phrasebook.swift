import Foundation

/// The phrases of one language, by key; `{name}` in a phrase is filled in where it is used.
public struct Phrasebook: Sendable {
    let language: Language
    let phrases: [String: String]

    init(language: Language, phrases: [String: String]) {
        self.language = language
        self.phrases = phrases
    }

    init(language: Language, json: [UInt8]) throws(RenderingError) {
        self.init(language: language, phrases: try Self.read(json, file: "\(language.rawValue).json"))
    }

    /// The same book with some phrases said otherwise, and no others.
    /// - Parameter file: whose words they are, for an error.
    func saying(_ changes: [String: String], file: String) throws(RenderingError) -> Phrasebook {
        var changed = phrases
        for (key, phrase) in changes.sorted(by: { $0.key < $1.key }) {
            guard let ours = phrases[key] else { throw .phrasebook(file: file, problem: "no page asks for \(key)") }
            let unknown = Self.arguments(of: phrase).subtracting(Self.arguments(of: ours)).sorted()
            guard unknown.isEmpty else { throw .phrasebook(file: file, problem: "\(key) has no {\(unknown[0])} to fill in") }
            changed[key] = phrase
        }
        return Phrasebook(language: language, phrases: changed)
    }

    static func read(_ json: [UInt8], file: String) throws(RenderingError) -> [String: String] {
        do {
            return try JSONDecoder().decode([String: String].self, from: Data(json))
        } catch {
            throw .phrasebook(file: file, problem: "it is not one JSON object of strings")
        }
    }

    /// Column keys of `AuditReport.tables` for which every phrasebook of the binary has words.
    public static var columnKeys: Set<String> {
        let prefix = "column."
        let books = Language.allCases.map { language -> Set<String> in
            guard let file = EmbeddedFile.all.first(where: { $0.name == "\(language.rawValue).json" }),
                let book = try? Phrasebook(language: language, json: file.bytes)
            else { return [] }
            return Set(book.phrases.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
        }
        return books.dropFirst().reduce(books.first ?? []) { $0.intersection($1) }
    }

    /// Whether every phrasebook of the binary has words for this column, such as `placed` or `day_activity_top5`.
    public static func knowsColumn(_ key: String) -> Bool {
        let keys = columnKeys
        return keys.contains(key) || keys.contains(generalised(key).key)
    }

    /// Keys that hold a configured number have one phrase for all of them: `day_activity_top5` is `day_activity_top#` with `{k}` = 5.
    static func generalised(_ key: String) -> (key: String, number: String) {
        guard let start = key.firstIndex(where: \.isWholeNumber) else { return (key, "") }
        let number = key[start...].prefix(while: \.isWholeNumber)
        return (key[..<start] + "#" + key[number.endIndex...], String(number))
    }

    /// Names between braces in a phrase.
    static func arguments(of phrase: String) -> Set<String> {
        var names: Set<String> = []
        var rest = phrase[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.insert(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }
}
