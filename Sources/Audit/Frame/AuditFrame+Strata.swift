import Cohort

extension AuditFrame {
    /// The stratum of each person as a number without meaning of its own, parallel to `people`; unknown is a stratum too.
    func strata(_ stratum: Stratum) -> [Int] { memo.value("strata by \(stratum)") { collectedStrata(stratum) } }

    private func collectedStrata(_ stratum: Stratum) -> [Int] {
        let languages = stratum == .testLanguage ? labelling(of: Grouping(.testLanguage)) : nil
        let names = people.enumerated().map { index, person -> String in
            let participant = snapshot.participants[person.participant]
            return switch stratum {
            case .none: ""
            case .runMonth: person.runs.first.map { String(snapshot.runs[$0].executedOn.iso.prefix(7)) } ?? ""
            case .counsellor: counsellor(of: person)
            case .educationLevel: participant.educationLevel ?? ""
            case .testLanguage: languages?.name(index) ?? ""
            case .ageBand: participant.ageBand ?? ""
            case .gender: participant.gender ?? ""
            case .benefitDuration: participant.benefitDuration ?? ""
            }
        }
        let numbers = Dictionary(uniqueKeysWithValues: Set(names).sorted().enumerated().map { ($1, $0) })
        return names.map { numbers[$0] ?? 0 }
    }

    private func counsellor(of person: Person) -> String {
        guard let choice = person.choice, let counsellor = snapshot.choices[choice].counsellorId else { return "" }
        return "\(counsellor.high)-\(counsellor.low)"
    }
}
