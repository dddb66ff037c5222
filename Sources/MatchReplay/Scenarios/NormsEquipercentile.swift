import Cohort
import Metrics

/// Norms per test language by equipercentile linking: a score becomes the reference score with the same share of people below it.
///
/// Scores are counted on a grid of a hundredth of the scale's range (minimum to maximum), everybody's spread evenly over one step. Where
/// a language shows nobody, beyond its lowest and highest person, the link goes on at a slope of 1. Measurement errors are kept: the slope
/// of a curve differs from score to score. Refused below `minimum` people on any scale of any language: the curve would be noise.
/// Source: Kolen and Brennan (2014), Test Equating, Scaling, and Linking, 2.5.
public struct NormsEquipercentile: Scenario {
    public static let usualMinimum = 200

    public let id = "norms_equipercentile"
    public var summary: String { "Norms per test language: the score of \(reference) with the same share of people below it" }
    public let reference: String
    public let minimum: Int

    public init(reference: String = "nl", minimum: Int = usualMinimum) {
        self.reference = reference
        self.minimum = minimum
    }

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        let tested = TestedPeople(input.snapshot)
        guard tested.languages.contains(reference) else { throw .noReference(language: reference, tested: tested.languages) }
        let counted = try input.countedScales()
        try refuseSmallLanguages(tested, on: tested.scales.indices.filter { counted.contains(tested.scales[$0]) })
        let scales = Dictionary(input.snapshot.scales.map { ($0.scaleCode, $0) }, uniquingKeysWith: { first, _ in first })
        var curves: [String: [String: Curve]] = [:]
        for (column, code) in tested.scales.enumerated() where counted.contains(code) {
            for language in tested.languages where language != reference {
                let own = tested.scores(scale: column, language: language)
                guard !own.isEmpty, let scale = scales[code] else { continue }
                curves[language, default: [:]][code] = try Curve(own, tested.scores(scale: column, language: reference), on: scale)
            }
        }
        var changed = input
        changed.snapshot = try input.snapshot.carryingScores { language, scale, score throws(ScenarioError) in
            guard let curve = curves[language]?[scale] else { return (score, 1) }
            return (try curve(score), 1)
        }
        return changed
    }

    private func refuseSmallLanguages(_ tested: TestedPeople, on columns: [Int]) throws(ScenarioError) {
        let short = tested.languages.compactMap { language -> ScenarioError.LanguageCount? in
            let counts = columns.map { tested.scores(scale: $0, language: language).count }.filter { $0 > 0 }
            guard let fewest = counts.min(), fewest < minimum else { return nil }
            return ScenarioError.LanguageCount(language: language, count: fewest)
        }
        guard short.isEmpty else { throw .tooFewToEquate(short, needed: minimum) }
    }

    private struct Curve {
        let link: EquipercentileLinking
        let origin: Double
        let step: Double
        let code: String

        init(_ own: [Double], _ target: [Double], on scale: Scale) throws(ScenarioError) {
            (origin, step, code) = (scale.minimum, (scale.maximum - scale.minimum) / 100, scale.scaleCode)
            guard step > 0, step.isFinite else { throw .unusableScale(code: scale.scaleCode) }
            let (origin, step) = (origin, step)
            func grid(_ scores: [Double]) -> [Int] { scores.map { Int((($0 - origin) / step).rounded()) } }
            do {
                link = EquipercentileLinking(
                    from: try ScoreDistribution(scores: grid(own)), to: try ScoreDistribution(scores: grid(target)), basis: .none)
            } catch { throw .unusableScale(code: scale.scaleCode) }
        }

        func callAsFunction(_ score: Double) throws(ScenarioError) -> Double {
            let lowest = Double(link.from.lowest), highest = lowest + Double(link.from.frequencies.count - 1)
            let place = (score - origin) / step
            let inside = min(max(place, lowest), highest)
            do { return origin + step * (try link.linked(inside).estimate + (place - inside)) } catch { throw .unusableScale(code: code) }
        }
    }
}
