import Cohort

/// Any core, native or program, as the conformance checks see it: what it is called, what it claims, what it can be asked, and a way to ask.
public struct ConformanceSubject: Sendable {
    /// Lists of the requests, in their order, from a market, each at most `top` long (`nil` = all).
    public typealias Lists = @Sendable (_ requests: [ListRequest], _ market: Market, _ top: Int?) async throws -> [ReplayedList]

    public var name: String
    public var version: String
    public var claims: CoreClaims
    /// The scales of the made-up markets.
    public var scales: [Scale]
    /// The scales on which made-up profiles and participants have values.
    public var asked: [AskedScale]
    /// The test language of the made-up participants.
    public var language: String
    /// The profile variants that made-up places have, each with the same targets.
    public var variants: [String]
    public var lists: Lists

    /// Where scores and targets of a scale lie. A score and a target at the same number of spreads from their centres mean the same.
    public struct AskedScale: Sendable, Equatable {
        public var code: String
        public var participants: LinearScale
        public var workplaces: LinearScale

        public init(code: String, participants: LinearScale, workplaces: LinearScale) {
            self.code = code
            self.participants = participants
            self.workplaces = workplaces
        }

        /// Both sides fill the scale, five spreads wide.
        init(_ scale: Scale) {
            let side = LinearScale(centre: (scale.minimum + scale.maximum) / 2, spread: max((scale.maximum - scale.minimum) / 5, .leastNormalMagnitude))
            self.init(code: scale.scaleCode, participants: side, workplaces: side)
        }
    }

    public init(
        name: String, version: String, claims: CoreClaims, scales: [Scale] = ConformanceSubject.madeUpScales, language: String = "nl",
        lists: @escaping Lists
    ) {
        self.name = name
        self.version = version
        self.claims = claims
        self.scales = scales
        asked = scales.prefix(Self.mostAsked).map(AskedScale.init)
        self.language = language
        variants = [""]
        self.lists = lists
    }

    /// Few, so that an example stays small.
    static let mostAsked = 4

    /// For a core that knows no scales of its own.
    public static let madeUpScales: [Scale] = ["scale_a", "scale_b", "scale_c"].map {
        Scale(scaleCode: $0, component: "personality", labelNl: $0, labelEn: $0, minimum: 0, maximum: 10, languageFree: false)
    }

    /// Constants under which both sides of every asked scale are as they were made.
    var scaling: ScalingConstants {
        func constants(_ side: KeyPath<AskedScale, LinearScale>) -> [String: ScalingConstants.Constant] {
            Dictionary(
                asked.map { scale in
                    let line = scale[keyPath: side]
                    return (
                        scale.code,
                        ScalingConstants.Constant(
                            count: 100, mean: line.centre, standardDeviation: line.spread, minimum: line.centre - 2.5 * line.spread,
                            maximum: line.centre + 2.5 * line.spread)
                    )
                }, uniquingKeysWith: { first, _ in first })
        }
        return ScalingConstants(participants: constants(\.participants), workplaces: constants(\.workplaces))
    }
}
