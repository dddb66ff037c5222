import Cohort

extension AuditFrame {
    /// For every person the stratum that is held equal.
    static func strata(_ stratum: Stratum, of people: [Person], in snapshot: Snapshot) -> [Int] {
        let names: [String] = people.map { person in
            let participant = snapshot.participants[person.participant]
            return switch stratum {
            case .none: ""
            case .runMonth: person.runs.first.map { String(snapshot.runs[$0].executedOn.iso.prefix(7)) } ?? ""
            case .counsellor: counsellor(of: person, in: snapshot)
            case .educationLevel: participant.educationLevel ?? ""
            case .testLanguage: person.labels[.testLanguage] ?? ""
            case .ageBand: participant.ageBand ?? ""
            case .gender: participant.gender ?? ""
            case .benefitDuration: participant.benefitDuration ?? ""
            }
        }
        let numbers = Dictionary(uniqueKeysWithValues: Set(names).sorted().enumerated().map { ($1, $0) })
        return names.map { numbers[$0] ?? 0 }
    }

    private static func counsellor(of person: Person, in snapshot: Snapshot) -> String {
        guard let choice = person.choice, let counsellor = snapshot.choices[choice].counsellorId else { return "" }
        return "\(counsellor.high)-\(counsellor.low)"
    }
}
