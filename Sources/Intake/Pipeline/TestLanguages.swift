import Cohort

/// Languages in which few people took the test become undetermined (`und`, BCP 47).
enum TestLanguages {
    static let undetermined = "und"

    static func coarsen(_ copy: inout Snapshot, _ losses: inout PipelineLosses) {
        leaveOutRareCombinations(&copy, &losses)
        let spoken = QuasiIdentifiers.languages(in: copy)
        let people = counts(spoken.values)
        var merged = Set(people.filter { $0.value < PipelineCopy.leastPerLanguage }.keys)
        // Production may have used the tag itself.
        merged.insert([undetermined])
        func together() -> Int { merged.reduce(0) { $0 + people[$1, default: 0] } }
        // A few people who share only that their language is rare would still stand apart; the smallest other language joins them.
        while (1..<PipelineCopy.leastAlike).contains(together()), let next = smallest(of: people, besides: merged) {
            merged.insert(next)
            losses.languagesTakenAlong.append(next.joined(separator: ","))
        }
        losses.undetermined = together()
        for index in copy.assessments.indices where merged.contains(spoken[copy.assessments[index].participantId] ?? []) {
            copy.assessments[index].testLanguage = undetermined
        }
    }

    private static func smallest(of people: [[String]: Int], besides merged: Set<[String]>) -> [String]? {
        people.filter { !merged.contains($0.key) }.min { a, b in
            // Of equal ones the first by name, so that the order of a dictionary decides nothing.
            a.value != b.value ? a.value < b.value : a.key.lexicographicallyPrecedes(b.key)
        }?.key
    }

    /// Somebody who took the test in more languages than one keeps what was made from the first, unless enough people share the combination.
    private static func leaveOutRareCombinations(_ copy: inout Snapshot, _ losses: inout PipelineLosses) {
        let spoken = QuasiIdentifiers.languages(in: copy)
        let people = counts(spoken.values)
        let rare = spoken.filter { $0.value.count > 1 && people[$0.value, default: 0] < PipelineCopy.leastPerLanguage }
        guard !rare.isEmpty else { return }
        let languages = Dictionary(uniqueKeysWithValues: copy.assessments.map { ($0.assessmentId, $0.testLanguage) })
        let first = Dictionary(grouping: copy.runs, by: \.participantId).mapValues { runs in
            runs.min { $0.sequence < $1.sequence }.flatMap { languages[$0.assessmentId] }
        }
        let kept = copy.runs.indices.filter { index in
            let run = copy.runs[index]
            return rare[run.participantId] == nil || languages[run.assessmentId] == first[run.participantId]
        }
        losses.listsLeftOut = copy.runs.count - kept.count
        NeededByGate.keepOnly(runs: kept, in: &copy)
    }

    private static func counts(_ values: some Sequence<[String]>) -> [[String]: Int] {
        values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
