import Metrics

/// The invented people of Reference.itemPeople, and answers from public sets.
enum ItemExample {
    static func side(_ membership: Double) throws -> ItemAnswers {
        try ItemAnswers(Reference.itemPeople.filter { $0[0] == membership }.map { row in
            row.dropFirst().map { $0 < 0 ? nil : $0 == 1 }
        })
    }

    /// Verbal aggression: 24 statements, group: men.
    static func verbal() throws -> (names: [String], group: ItemAnswers, reference: ItemAnswers) {
        let rows = try SharedData.rows("data/verbal_aggression/verbal.csv")
        let names = (1...4).flatMap { number in
            ["Curse", "Scold", "Shout"].map { "S\(number)\(number == 1 && $0 == "Curse" ? "want" : "Want")\($0)" }
        } + (1...4).flatMap { number in ["Curse", "Scold", "Shout"].map { "S\(number)Do\($0)" } }
        return (names, try answers(rows, names, "Gender", "1"), try answers(rows, names, "Gender", "0"))
    }

    /// Homeostasis concept inventory: 20 items, group: English is not the first language.
    static func homeostasis() throws -> (names: [String], group: ItemAnswers, reference: ItemAnswers) {
        let rows = try SharedData.rows("data/hci_english_first/hci.csv")
        let names = (1...20).map { "QR\($0)" }
        return (names, try answers(rows, names, "EnglishF", "no"), try answers(rows, names, "EnglishF", "yes"))
    }

    private static func answers(_ rows: [[String: String]], _ names: [String], _ column: String, _ value: String) throws -> ItemAnswers {
        try ItemAnswers(rows.filter { $0[column] == value }.map { row in names.map { row[$0] == "1" } })
    }
}
