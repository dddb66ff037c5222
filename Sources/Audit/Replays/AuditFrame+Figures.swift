import Cohort
import MatchReplay

extension AuditFrame {
    private var input: ReplayInput? { core.map { ReplayInput(snapshot: snapshot, core: $0) } }

    /// Parallel to `snapshot.runs`.
    func levelParts() -> [LevelParts?] {
        memo.value("level parts") {
            figures?.level ?? input.map { LevelParts.make($0, lists: Array(replayed), threads: threads) } ?? replayed.map { _ in nil }
        }
    }

    /// One arm of M7 for every run; `nil` where it cannot be made.
    func arm(_ id: String, depth: Int) -> [LanguageArms.Figures]? {
        if id == LanguageArms.asRecorded {
            return memo.value("arm \(id)") { LanguageArms.asTheyAre(replayed, depth: depth, snapshot.workplaces, threads: threads) }
        }
        if let figures { return figures.arms.byArm[id] }
        return memo.value("arm \(id)") { () -> [LanguageArms.Figures]? in
            guard var input else { return nil }
            // The links are the same in every arm.
            input.population = memo.value("population norms") { try? PopulationNorms(input, reference: system.linkingReference) }
            return LanguageArms.make(input, lists: Array(replayed), reference: system.linkingReference, depth: depth, arms: [id], threads: threads).byArm[id]
        }
    }

    /// Parallel to `snapshot.runs`.
    func correctedOverlaps(depth: Int) -> [CorrectedOverlap] {
        memo.value("corrected overlaps") {
            figures?.corrected ?? input.map { CorrectedOverlap.make($0, lists: Array(replayed), depth: depth, threads: threads) }
                ?? replayed.map { _ in .none }
        }
    }

    func redrawn(_ limits: Thresholds) -> RedrawnPeople {
        memo.value("redrawn") {
            if let figures { return figures.redrawn[window] ?? .nobody }
            guard let input else { return .nobody }
            let settings = RedrawnSettings(limits)
            let sample = RedrawnSample(snapshot, window: window, people: settings.people, seed: settings.seed)
            return RedrawnPeople.make(
                input, runs: sample.runs(of: snapshot, seed: settings.seed), depth: limits.analysis.listDepth.value, draws: settings.draws,
                seed: settings.seed, threads: threads)
        }
    }
}

extension SystemConfiguration {
    /// The test language that scores of others are linked to.
    var linkingReference: String { attribute(.testLanguage)?.reference ?? ScenarioCatalogue.Options().reference }
}
