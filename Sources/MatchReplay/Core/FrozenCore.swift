import Cohort

/// A core with its constants settled: everything that a distance depends on besides the two profiles.
///
/// The constants are the core's own, or else those frozen with the snapshot when it was captured. They are never computed from the
/// people who happen to be in a subset, so that a list does not depend on who else is in the file.
public struct FrozenCore: Sendable {
    public enum ConstantsSource: String, Sendable, CaseIterable {
        /// In `core.json`.
        case given
        /// In the snapshot, computed once at capture over all of it.
        case frozen
        /// The core does not scale.
        case unscaled
    }

    /// One scale that can count: some ideal profile asks it, and the core's weight for it is above 0.
    public struct WeighedScale: Sendable, Equatable {
        public let code: String
        /// Of the component times of the scale; a place's own weight comes on top.
        public let weight: Double
        /// How the score of somebody tested in a language is scaled.
        let participants: ParticipantScaling
        public let workplaces: LinearScale
        /// The score that stands in for one that is missing, as stored; `nil` when the core never needs it.
        let mean: Double?
        /// The bounds of the scores as stored; 0...0 when the core never needs them.
        let bounds: ClosedRange<Double>
    }

    public let core: RankingCore
    public let constantsSource: ConstantsSource
    /// In byte order of the code: the order of summation.
    public let scales: [WeighedScale]

    public init(_ core: RankingCore, snapshot: Snapshot) throws(ReplayError) {
        // Without runs there is no list to make, and perhaps nobody to have a score.
        let profiles = snapshot.runs.isEmpty ? [] : snapshot.profiles
        try self.init(core, scales: snapshot.scales, profiles: profiles, frozen: snapshot.scaling)
        guard !scales.isEmpty || snapshot.runs.isEmpty else { throw .nothingWeighs(core: core.name) }
    }

    /// - Parameter frozen: `nil` before there is a snapshot; then the core must give its constants, or not scale.
    init(_ core: RankingCore, scales: [Scale], profiles: [IdealProfileEntry], frozen: ScalingConstants?) throws(ReplayError) {
        self.core = core
        constantsSource = core.scaling.kind == .none ? .unscaled : core.scaling.given == nil ? .frozen : .given

        let known = scales.map(\.scaleCode).sorted(by: precedesInBytes)
        let scaleOfCode = Dictionary(scales.map { ($0.scaleCode, $0) }, uniquingKeysWith: { first, _ in first })
        if let unknown = core.weights.scales.keys.sorted(by: precedesInBytes).first(where: { scaleOfCode[$0] == nil }) {
            throw .unknownScale(code: unknown, core: core.name, known: known)
        }
        var weighed: [WeighedScale] = []
        let asked = Set(profiles.lazy.filter { core.profiles.takesPart($0.profileVariant) }.map(\.scaleCode))
        for code in asked.sorted(by: precedesInBytes) {
            guard let scale = scaleOfCode[code] else { throw .profileScaleUnknown(code: code, known: known) }
            let weight = core.weights.components[scale.component, default: 1] * core.weights.scales[code, default: 1]
            guard weight.isFinite else { throw .notFinite(relation: "weights of core \(core.name)", code: code) }
            guard weight > 0 else { continue }
            // Judged by the constants, which travel with every subset, and not by the scores that are left in one.
            if let frozen, frozen.participants[code] == nil { throw .scaleNobodyHas(code: code) }
            weighed.append(
                WeighedScale(
                    code: code, weight: weight, participants: try ParticipantScaling(code, core, frozen),
                    workplaces: try Self.workplaces(code, core, frozen), mean: try Self.mean(code, core, frozen),
                    bounds: try Self.bounds(of: scale, core)))
        }
        self.scales = weighed
    }

    private static func workplaces(_ code: String, _ core: RankingCore, _ frozen: ScalingConstants?) throws(ReplayError) -> LinearScale {
        // Targets are in norm scores unless the core says otherwise.
        if core.scaling.kind == .norms { return core.scaling.given?.workplaces[code] ?? .identity }
        return try LinearScale(code, "workplaces", core.scaling.given?.workplaces, frozen?.workplaces, core)
    }

    private static func bounds(of scale: Scale, _ core: RankingCore) throws(ReplayError) -> ClosedRange<Double> {
        guard core.missingValues == .worst else { return 0...0 }
        guard scale.minimum.isFinite, scale.maximum.isFinite, scale.minimum <= scale.maximum else {
            throw .notFinite(relation: "scale", code: scale.scaleCode)
        }
        return scale.minimum...scale.maximum
    }

    private static func mean(_ code: String, _ core: RankingCore, _ frozen: ScalingConstants?) throws(ReplayError) -> Double? {
        guard core.missingValues == .mean else { return nil }
        if core.scaling.kind == .z, let given = core.scaling.given?.participants[code] { return given.centre }
        guard let frozen = frozen?.participants[code] else { throw .notFrozen(code: code, side: "participants") }
        return frozen.mean
    }
}

/// Byte order of the UTF-8, as C and PostgreSQL's "C" collation have it; `String`'s `<` compares what Unicode holds to be equal.
func precedesInBytes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
