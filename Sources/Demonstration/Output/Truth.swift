/// What was planted, and what a right audit must say about it.
public struct Truth: Sendable, Equatable {
    public enum Language: String, Sendable, CaseIterable {
        case nl, en
    }

    /// One finding that an audit must arrive at.
    public struct Expectation: Sendable, Equatable {
        public let effect: PlantedEffect
        /// As in the catalogue of indicators: M2, M13.
        public let indicator: String
        public let metric: String
        /// `test_language` or `age_band`.
        public let attribute: String
        public let group: String
        public let direction: String
        public let verdict: String
    }

    public let seed: UInt64
    public let planted: [PlantedEffect]
    /// Every adverse primary disparity that should be there, and no other.
    public let expected: [Expectation]

    public func text(_ language: Language) -> String {
        let head =
            switch language {
            case .nl: "Demonstratiegemeente, seed \(seed). Niemand in deze gegevens bestaat."
            case .en: "Demonstration municipality, seed \(seed). Nobody in these data exists."
            }
        let body = planted.isEmpty ? Self.nothing(language) : planted.map { Self.words($0, language) }.joined(separator: "\n\n")
        return head + "\n\n" + body + "\n\n" + Self.limits(language) + "\n"
    }

    private static func words(_ effect: PlantedEffect, _ language: Language) -> String {
        switch (effect, language) {
        case (.testLanguageShift, .nl):
            """
            test_language_shift
              Geplant: wie de toets in het Arabisch (ar) of Tigrinya (ti) maakt, scoort op verbaal vermogen 0,8 SD (8 T-punten) te laag. Dat is een \
            meetfout: wat deze mensen werkelijk kunnen, en of zij een plek vinden, verschilt niet van anderen.
              Een goede audit zegt: M2 (dagbesteding in de top 5), toetstaal, groepen ar en ti: verschil aangetoond, nadelig. Bij M16 (geplaatst) \
            geen verschil door deze meetfout. Uit de lijsten alleen kan niet blijken of de score of het vermogen lager is.
            """
        case (.testLanguageShift, .en):
            """
            test_language_shift
              Planted: people who take the test in Arabic (ar) or Tigrinya (ti) score 0.8 SD (8 T-points) too low on verbal ability. It is \
            measurement error: what they can really do, and whether they find a place, does not differ from others.
              A right audit says: M2 (day activity in the top 5), test language, groups ar and ti: disparity, adverse. At M16 (placed) no difference \
            from this error. The lists alone cannot tell whether the score or the ability is lower.
            """
        case (.trueLanguageDifference, .nl):
            """
            true_language_difference
              Geplant: wie de toets in het Arabisch (ar) of Tigrinya (ti) maakt, heeft werkelijk 8 T-punten (0,8 SD) minder verbaal vermogen. De toets \
            meet dat goed.
              Een goede audit zegt hetzelfde als bij test_language_shift: M2 (dagbesteding in de top 5), toetstaal, groepen ar en ti: verschil \
            aangetoond, nadelig. Uit de profielen kan niet blijken of de score of het vermogen lager is; wie dat wil weten heeft andere gegevens nodig.
            """
        case (.trueLanguageDifference, .en):
            """
            true_language_difference
              Planted: people who take the test in Arabic (ar) or Tigrinya (ti) truly have 8 T-points (0.8 SD) less verbal ability. The test measures \
            it rightly.
              A right audit says the same as for test_language_shift: M2 (day activity in the top 5), test language, groups ar and ti: disparity, \
            adverse. Profiles cannot tell whether the score or the ability is lower; to know it takes other data.
            """
        case (.counsellorSteering, .nl):
            """
            counsellor_steering
              Geplant: bij mensen van 55 jaar en ouder kiest de consulent in ongeveer 35 van de 100 keuzes een dagbestedingsplek, wat de lijst ook zegt. \
            Hun lijsten zelf zijn niet anders.
              Een goede audit zegt: M13 (sturing naar dagbesteding), leeftijd, groep 55+: verschil aangetoond, nadelig. Bij M2 (de lijst) geen verschil \
            naar leeftijd.
            """
        case (.counsellorSteering, .en):
            """
            counsellor_steering
              Planted: for people of 55 and older the counsellor picks a day activity place in about 35 of 100 choices, whatever the list says. Their \
            lists themselves are no different.
              A right audit says: M13 (steering towards day activity), age band, group 55+: disparity, adverse. At M2 (the list) no difference by age.
            """
        }
    }

    private static func nothing(_ language: Language) -> String {
        switch language {
        case .nl: "Geplant: niets. Groepen zijn los van vermogens getrokken. Een goede audit toont geen verschil aan, behalve door toeval (hooguit 5 op de 100 keer)."
        case .en: "Planted: nothing. Groups were drawn apart from abilities. A right audit shows no disparity, except by chance (at most 5 in 100 times)."
        }
    }

    private static func limits(_ language: Language) -> String {
        switch language {
        case .nl: "Een geplant verschil kan ook door toeval gemist worden: in een enkele seed is een van de groepen toevallig gunstig uitgevallen."
        case .en: "A planted difference can also be missed by chance: in an occasional seed one of the groups happened to come out favourably."
        }
    }
}

extension DemonstrationMunicipality {
    public var truth: Truth {
        let effects = PlantedEffect.allCases.filter(planted.contains)
        return Truth(
            seed: seed, planted: effects,
            expected: effects.flatMap { effect -> [Truth.Expectation] in
                switch effect {
                case .testLanguageShift, .trueLanguageDifference:
                    Population.shiftedLanguages.sorted().map {
                        Truth.Expectation(
                            effect: effect, indicator: "M2", metric: "top5_day_activity_share", attribute: "test_language", group: $0,
                            direction: "adverse", verdict: "disparity")
                    }
                case .counsellorSteering:
                    [
                        Truth.Expectation(
                            effect: effect, indicator: "M13", metric: "steering_day_activity", attribute: "age_band", group: "55+",
                            direction: "adverse", verdict: "disparity")
                    ]
                }
            })
    }
}
