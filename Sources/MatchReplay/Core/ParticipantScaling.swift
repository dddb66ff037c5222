import Cohort

/// How one scale's scores are scaled: the same for everybody, or by the norms of the language that the test was taken in.
struct ParticipantScaling: Sendable, Equatable {
    /// For every language without norms of its own; `nil` = such a language cannot be scaled.
    private let everyone: LinearScale?
    private let perLanguage: [String: LinearScale]

    init(_ code: String, _ core: RankingCore, _ frozen: ScalingConstants?) throws(ReplayError) {
        guard core.scaling.kind == .norms else {
            everyone = try LinearScale(code, "participants", core.scaling.given?.participants, frozen?.participants, core)
            perLanguage = [:]
            return
        }
        let norms = core.scaling.given ?? .init(participants: [:], workplaces: [:])
        everyone = norms.participants[code]
        if everyone == nil, !norms.participants.isEmpty { throw .missingConstants(code: code, side: "participants", core: core.name) }
        var perLanguage: [String: LinearScale] = [:]
        for (language, table) in norms.perLanguage.sorted(by: { precedesInBytes($0.key, $1.key) }) {
            // Never the norms for everyone on a scale that the language's table leaves out: half a table is a mistake.
            guard let scale = table[code] else { throw .missingNorms(code: code, language: language, core: core.name) }
            perLanguage[language] = scale
        }
        self.perLanguage = perLanguage
    }

    func scale(forLanguage language: String, core: RankingCore) throws(ReplayError) -> LinearScale {
        guard let scale = perLanguage[language] ?? everyone else { throw .noNorms(language: language, core: core.name) }
        return scale
    }
}

extension LinearScale {
    /// The constants of one scale on one side: those of the core, else those frozen with the snapshot.
    init(
        _ code: String, _ side: String, _ given: [String: LinearScale]?, _ frozen: [String: ScalingConstants.Constant]?, _ core: RankingCore
    ) throws(ReplayError) {
        if core.scaling.kind == .none {
            self = .identity
        } else if let given {
            guard let scale = given[code] else { throw .missingConstants(code: code, side: side, core: core.name) }
            self = scale
        } else {
            guard let constant = frozen?[code] else { throw .notFrozen(code: code, side: side) }
            let scale =
                core.scaling.kind == .range
                ? LinearScale(centre: constant.minimum, spread: constant.maximum - constant.minimum)
                : LinearScale(centre: constant.mean, spread: constant.standardDeviation)
            guard scale.spread > 0, scale.spread.isFinite else { throw .noSpread(code: code, side: side, kind: core.scaling.kind) }
            self = scale
        }
    }
}
