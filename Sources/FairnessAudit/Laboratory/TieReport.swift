import Cohort
import MatchReplay

/// How many exact ties there are, and to whom the tie rule gives.
struct TieReport {
    private let audit: TieAuditOfLists
    private let beneficiaries: TieBeneficiaries
    private let snapshot: Snapshot
    /// Places on either side that are named.
    private static let most = 3

    init(_ audit: TieAuditOfLists, _ snapshot: Snapshot) {
        self.audit = audit
        self.snapshot = snapshot
        beneficiaries = TieBeneficiaries(audit.overall, workplaces: snapshot.workplaces, most: Self.most)
    }

    var json: JSONValue {
        func place(_ place: TieBeneficiaries.Place) -> JSONValue {
            [
                "workplace": .init(snapshot.workplaces[place.workplace].workplaceId), "given": .init(place.given), "expected": .init(place.expected),
                "gift": .init(place.gift),
            ]
        }
        return [
            "discount": .init(audit.discount), "depth": .init(audit.overall.depth), "lists": .init(audit.overall.lists), "emptyLists": .init(audit.overall.emptyLists),
            "tiedLists": .init(audit.overall.tiedLists), "listsWhereATieDecidesWhoIsShown": .init(audit.overall.cutLists), "tiedPairs": .init(audit.overall.tiedPairs),
            "movedShare": .init(audit.overall.movedShare), "gaining": .array(beneficiaries.gaining.map(place)), "losing": .array(beneficiaries.losing.map(place)),
            "workKinds": .array(
                beneficiaries.workKinds.map {
                    ["workKind": .init($0.workKind), "given": .init($0.given), "expected": .init($0.expected), "gift": .init($0.gift)]
                }),
            "groups": .array(
                audit.shownGroups().map { group in
                    switch group.figure {
                    case .withheld: ["group": .init(group.label), "withheld": true]
                    case .shown(let exposure): ["group": .init(group.label), "lists": .init(exposure.lists), "movedShare": .init(exposure.movedShare)]
                    }
                }),
        ]
    }

    func print() {
        let all = audit.overall
        Terminal.print("")
        Terminal.print("Ties in the latest list of each person, first \(all.depth) places: \(all.tiedPairs) pairs at exactly the same distance, in \(all.tiedLists) of \(all.lists) lists;")
        Terminal.print("in \(all.cutLists) of them the tie rule decides which place is shown at all. \(moved(all.movedShare))")
        guard all.tiedPairs > 0 else { return }
        var table = TextTable([("", .left), ("attention by the rule", .right), ("by chance", .right), ("given by the rule", .right)])
        for kind in beneficiaries.workKinds { table.add(kind.workKind, text(kind.given), text(kind.expected), text(kind.gift)) }
        for place in beneficiaries.gaining + beneficiaries.losing {
            table.add(snapshot.workplaces[place.workplace].workplaceId, text(place.given), text(place.expected), text(place.gift))
        }
        table.print()
    }

    private func moved(_ share: Double?) -> String {
        share.map { "The rule moves \(ResultText.number(100 * $0, digits: 2)) % of all attention." } ?? "There are no lists."
    }

    private func text(_ number: Double) -> String { ResultText.number(number, digits: 2) }
}
