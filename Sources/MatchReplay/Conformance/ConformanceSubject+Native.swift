import Cohort

extension ConformanceSubject {
    /// A core as data. Its claims are what its choices promise.
    ///
    /// Markets are made of the scales that it has constants or weights for, or of made-up ones.
    public init(_ core: RankingCore) {
        let codes = Self.codes(of: core)
        let components = ["personality", "capacity", "competence"].filter { core.weights.components[$0, default: 1] > 0 }
        let component = components.first ?? "personality"
        func scale(_ code: String) -> Scale {
            Scale(scaleCode: code, component: component, labelNl: code, labelEn: code, minimum: 0, maximum: 10, languageFree: false)
        }
        let scales = codes.isEmpty ? Self.madeUpScales : codes.map(scale)
        let unasked = core.weights.scales.keys.filter { code in !scales.contains { $0.scaleCode == code } }.sorted(by: precedesInBytes)
        self.init(name: core.name, version: core.algorithmVersion, claims: CoreClaims(), scales: scales) { _, _, _ in [] }
        self.scales += unasked.map(scale)
        for index in self.scales.indices { self.scales[index].component = component }

        language = core.scaling.given?.perLanguage.keys.min(by: precedesInBytes) ?? "nl"
        variants = Array(Set(["", core.profiles.variant(forLanguage: language)])).sorted(by: precedesInBytes)
        if let given = core.scaling.given {
            let participants = given.perLanguage[language] ?? given.participants
            for index in asked.indices {
                let code = asked[index].code
                asked[index].participants = participants[code] ?? asked[index].participants
                asked[index].workplaces = given.workplaces[code] ?? (core.scaling.kind == .norms ? .identity : asked[index].workplaces)
            }
        }
        let weighs = asked.contains { core.weights.scales[$0.code, default: 1] > 0 } && !components.isEmpty
        claims = Self.claims(of: core, weighs: weighs)
        let scaling = scaling
        lists = { requests, market, top throws(ReplayError) in
            let ranking = try PlaceRanking(core: core, market: market, frozen: scaling)
            var lists: [ReplayedList] = []
            for request in requests { lists.append(try ranking.list(for: request, top: top)) }
            return lists
        }
    }

    /// The scales on which the core can compute, those that weigh first.
    private static func codes(of core: RankingCore) -> [String] {
        func heaviestFirst(_ codes: some Sequence<String>) -> [String] {
            codes.sorted(by: precedesInBytes).sorted { core.weights.scales[$0, default: 1] > 0 && !(core.weights.scales[$1, default: 1] > 0) }
        }
        guard core.scaling.kind != .none, let given = core.scaling.given else { return heaviestFirst(core.weights.scales.keys) }
        let tables = (given.participants.isEmpty ? [] : [given.participants]) + given.perLanguage.values
        var codes = Set(tables.first?.keys.map { $0 } ?? [])
        for table in tables { codes.formIntersection(table.keys) }
        if core.scaling.kind != .norms { codes.formIntersection(given.workplaces.keys) }
        return heaviestFirst(codes)
    }

    private static func claims(of core: RankingCore, weighs: Bool) -> CoreClaims {
        var claims = CoreClaims(monotone: core.distance.isSum)
        claims.ties =
            switch core.ties {
            case .bytes: .bytes
            case .numeric: .numeric
            case .shared: .shared
            case .random: .random
            }
        // Distances of shape are not defined for every profile, and a core with a length of its own leaves out the rest.
        if core.distance.isSum, weighs, core.top.map({ $0 >= ConformanceCase.mostPlaces }) ?? true {
            claims.ranks = core.places == .all ? .all : .active
        }
        return claims
    }
}
