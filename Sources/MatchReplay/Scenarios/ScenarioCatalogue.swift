import Cohort

/// Every scenario by its id. A new one is a file of its own and a line here.
public struct ScenarioCatalogue: Sendable {
    /// What scenarios can be told.
    public struct Options: Sendable {
        /// The test language that others are linked to.
        public var reference = "nl"
        /// People that a language needs to be linked by its own figures.
        public var minimum = LanguageLinks.usualMinimum
        public var freshDays = OnlyFreshPlaces.usualDays
        public var tieSeed: UInt64 = 1
        /// For `norms_supplier`.
        public var normTable: NormTable?
        /// For `user_core:<name>`.
        public var cores: [String: RankingCore] = [:]

        public init() {}
    }

    public let options: Options

    public init(_ options: Options = Options()) { self.options = options }

    /// What can be asked of this snapshot, in the order in which it is usually read. Each also with `rescaled_` before it.
    public func ids(for snapshot: Snapshot) -> [String] {
        let scales = snapshot.scales.map(\.scaleCode).sorted(by: precedesInBytes)
        let components = Set(snapshot.scales.map(\.component)).sorted(by: precedesInBytes)
        return ["as_recorded", "norms_mean_sigma", "norms_equipercentile"] + (options.normTable == nil ? [] : ["norms_supplier"])
            + ["profiles_per_language", "profiles_derived", "shape_only"] + components.map { "leave_out_component:\($0)" }
            + scales.map { "leave_out_scale:\($0)" } + LambdaBand.percentages.map { "lambda:\($0)" }
            + ["corrected_profile", "only_fresh_places", "random_ties"] + options.cores.keys.sorted(by: precedesInBytes).map { "user_core:\($0)" }
    }

    /// - Throws: `unknownScenario`, `badParameter`, `needsFile`, `unknownCore`. Whether a scale or component exists is for the snapshot to
    ///   say, when the scenario is applied.
    public func scenario(_ id: String) throws(ScenarioError) -> any Scenario {
        if id.hasPrefix(Rescaled.prefix) { return Rescaled(try scenario(String(id.dropFirst(Rescaled.prefix.count)))) }
        let parts = id.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 { return try scenario(parts[0], of: parts[1], id: id) }
        switch id {
        case "as_recorded": return AsRecorded()
        case "norms_mean_sigma": return NormsMeanSigma(reference: options.reference, minimum: options.minimum)
        case "norms_equipercentile": return NormsEquipercentile(reference: options.reference)
        case "norms_supplier":
            guard let table = options.normTable else { throw .needsFile(id: id, option: "--norm-table") }
            return NormsSupplier(table: table)
        case "profiles_per_language": return ProfilesPerLanguage()
        case "profiles_derived": return ProfilesDerived(reference: options.reference, minimum: options.minimum)
        case "shape_only": return ShapeOnly()
        case "corrected_profile": return CorrectedProfile()
        case "only_fresh_places": return OnlyFreshPlaces(days: options.freshDays)
        case "random_ties": return RandomTies(seed: options.tieSeed)
        case "leave_out_scale", "leave_out_component", "lambda", "user_core":
            throw .badParameter(id: id, expected: "it takes a colon and what it is about, such as \(id):\(id == "lambda" ? "50" : "NAME")")
        default: throw .unknownScenario(id: id, known: Self.kinds)
        }
    }

    private func scenario(_ kind: String, of parameter: String, id: String) throws(ScenarioError) -> any Scenario {
        guard !parameter.isEmpty else { throw .badParameter(id: id, expected: "nothing follows the colon") }
        switch kind {
        case "leave_out_scale": return LeaveOutScale(code: parameter)
        case "leave_out_component": return LeaveOutComponent(name: parameter)
        case "lambda":
            guard let percentage = Int(parameter), String(percentage) == parameter else {
                throw .badParameter(id: id, expected: "lambda takes a whole percentage from 0 to 100")
            }
            return try LambdaBand(percentage: percentage, reference: options.reference, minimum: options.minimum)
        case "user_core":
            guard let core = options.cores[parameter] else {
                throw .unknownCore(name: parameter, known: options.cores.keys.sorted(by: precedesInBytes))
            }
            return UserCore(name: parameter, core: core)
        default: throw .unknownScenario(id: id, known: Self.kinds)
        }
    }

    /// Without what follows a colon.
    static let kinds = [
        "as_recorded", "norms_mean_sigma", "norms_equipercentile", "norms_supplier", "profiles_per_language", "profiles_derived", "shape_only",
        "leave_out_component", "leave_out_scale", "lambda", "corrected_profile", "only_fresh_places", "random_ties", "user_core",
    ]
}
