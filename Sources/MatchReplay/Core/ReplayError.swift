import Cohort

/// Why a snapshot cannot be replayed by a core. Messages name scales and places, never a person or a person's value.
public enum ReplayError: Error, Equatable, CustomStringConvertible {
    /// `weights.scales` names a scale that the snapshot does not have.
    case unknownScale(code: String, core: String, known: [String])
    /// An ideal profile asks a scale that relation `scale` does not have.
    case profileScaleUnknown(code: String, known: [String])
    /// An ideal profile asks a scale on which nobody in the whole snapshot has a score.
    case scaleNobodyHas(code: String)
    /// The core gives constants, but not for a scale that profiles ask.
    case missingConstants(code: String, side: String, core: String)
    /// The norms of a test language leave out a scale that profiles ask.
    case missingNorms(code: String, language: String, core: String)
    /// Somebody was tested in a language that the core has no norms for, nor norms for everyone.
    case noNorms(language: String, core: String)
    /// No constants are frozen for a scale, and the core gives none.
    case notFrozen(code: String, side: String)
    /// Every value of a scale is the same, so that it cannot be scaled.
    case noSpread(code: String, side: String, kind: RankingCore.Scaling.Kind)
    /// No scale of any ideal profile has a weight above 0.
    case nothingWeighs(core: String)
    case notFinite(relation: String, code: String)
    case negativeWeight(code: String)
    /// Ties are broken by number, and a place has an id that is no whole number.
    case idNotNumeric(workplaceId: String, core: String)
    case noSuchRun(index: Int, count: Int)
    case noThreads(asked: Int)

    public var description: String {
        switch self {
        case .unknownScale(let code, let core, let known):
            "Core \(core) gives a weight to scale \"\(code)\", which the snapshot does not have\(Spelling.suggestion(for: code, among: known)). Mend weights.scales in core.json."
        case .profileScaleUnknown(let code, let known):
            "An ideal profile asks scale \"\(code)\", which relation scale does not have\(Spelling.suggestion(for: code, among: known)). Mend the view ideal_profile or scale, and capture again."
        case .scaleNobodyHas(let code):
            "Ideal profiles ask scale \"\(code)\", on which nobody has a score: no list could have come from these data. Mend the view assessment_score or ideal_profile and capture again, or give the scale weight 0 in core.json."
        case .missingConstants(let code, let side, let core):
            "Core \(core) gives scaling constants, but none for scale \"\(code)\" of the \(side), which ideal profiles ask. Add it under scaling.constants.\(side) in core.json."
        case .missingNorms(let code, let language, let core):
            "Core \(core) gives norms for people tested in \(language), but none for scale \"\(code)\", which ideal profiles ask. Add it under scaling.constants.perLanguage.\(language) in core.json."
        case .noNorms(let language, let core):
            "Core \(core) has no norms for people tested in \(language), and none for everyone. Add them under scaling.constants in core.json: perLanguage.\(language), or participants for every language that is not named."
        case .notFrozen(let code, let side):
            "No scaling constants are frozen for scale \"\(code)\" of the \(side), though ideal profiles ask it. Capture the snapshot again, or give constants in core.json."
        case .noSpread(let code, let side, let kind):
            "Scale \"\(code)\" cannot be scaled (\(kind.rawValue)): all values of the \(side) are the same. Give constants in core.json, or give the scale weight 0."
        case .nothingWeighs(let core):
            "Core \(core) cannot rank: no scale of any ideal profile has a weight above 0. Mend weights in core.json, or the view ideal_profile."
        case .notFinite(let relation, let code):
            "Relation \(relation) has a value on scale \"\(code)\" that is not a finite number. Run fairness-audit check, mend the view and capture again."
        case .negativeWeight(let code):
            "Relation ideal_profile has a negative weight on scale \"\(code)\". Run fairness-audit check, mend the view and capture again."
        case .idNotNumeric(let id, let core):
            "Core \(core) breaks ties by number, but workplace id \"\(id)\" is not a whole number. Use \"order\": \"bytes\" under ties in core.json, if that is what production does."
        case .noSuchRun(let index, let count):
            "Match run \(index) was asked for; the snapshot has \(count), counted from 0."
        case .noThreads(let asked):
            "A replay was asked for on \(asked) threads; it needs at least 1."
        }
    }
}
