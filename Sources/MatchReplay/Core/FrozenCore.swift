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
        public let participants: LinearScale
        public let workplaces: LinearScale
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

        let component = Dictionary(scales.map { ($0.scaleCode, $0.component) }, uniquingKeysWith: { first, _ in first })
        let known = component.keys.sorted(by: precedesInBytes)
        if let unknown = core.weights.scales.keys.sorted(by: precedesInBytes).first(where: { component[$0] == nil }) {
            throw .unknownScale(code: unknown, core: core.name, known: known)
        }
        var weighed: [WeighedScale] = []
        for code in Set(profiles.lazy.filter(Self.takesPart).map(\.scaleCode)).sorted(by: precedesInBytes) {
            guard let component = component[code] else { throw .profileScaleUnknown(code: code, known: known) }
            let weight = core.weights.components[component, default: 1] * core.weights.scales[code, default: 1]
            guard weight.isFinite else { throw .notFinite(relation: "weights of core \(core.name)", code: code) }
            guard weight > 0 else { continue }
            // Judged by the constants, which travel with every subset, and not by the scores that are left in one.
            if let frozen, frozen.participants[code] == nil { throw .scaleNobodyHas(code: code) }
            weighed.append(
                WeighedScale(
                    code: code, weight: weight,
                    participants: try Self.scale(code, "participants", core.scaling.given?.participants, frozen?.participants, core),
                    workplaces: try Self.scale(code, "workplaces", core.scaling.given?.workplaces, frozen?.workplaces, core)))
        }
        self.scales = weighed
    }

    /// Version 1 of the core knows the profile for everyone only.
    static func takesPart(_ entry: IdealProfileEntry) -> Bool { entry.profileVariant.isEmpty }

    private static func scale(
        _ code: String, _ side: String, _ given: [String: LinearScale]?, _ frozen: [String: ScalingConstants.Constant]?, _ core: RankingCore
    ) throws(ReplayError) -> LinearScale {
        if core.scaling.kind == .none { return .identity }
        if let given {
            guard let scale = given[code] else { throw .missingConstants(code: code, side: side, core: core.name) }
            return scale
        }
        guard let constant = frozen?[code] else { throw .notFrozen(code: code, side: side) }
        let scale =
            core.scaling.kind == .z
            ? LinearScale(centre: constant.mean, spread: constant.standardDeviation)
            : LinearScale(centre: constant.minimum, spread: constant.maximum - constant.minimum)
        guard scale.spread > 0, scale.spread.isFinite else { throw .noSpread(code: code, side: side, kind: core.scaling.kind) }
        return scale
    }
}

/// Byte order of the UTF-8, as C and PostgreSQL's "C" collation have it; `String`'s `<` compares what Unicode holds to be equal.
func precedesInBytes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
