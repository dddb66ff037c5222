import Cohort
import Foundation

/// What was planted, and what a right audit must say about it.
public struct Truth: Sendable, Equatable {
    public enum Language: String, Sendable, CaseIterable {
        case nl, en
    }

    /// One finding that an audit must arrive at, once the first quarter has come.
    public struct Expectation: Sendable, Equatable {
        public let effect: PlantedEffect
        /// As in the catalogue of indicators: M2, M13.
        public let indicator: String
        public let metric: String
        /// As in audit.json; of a pair of attributes both, `gender x age_band`; `everybody` where nobody is compared.
        public let attribute: String
        public let group: String
        public let direction: String
        public let verdict: String
    }

    public let seed: UInt64
    public let system: DemonstrationSystem
    public let planted: [Plant]
    /// Every adverse disparity that was planted. A shift in scores also moves lists and what follows from lists, for the same group.
    public let expected: [Expectation]

    public init(seed: UInt64, system: DemonstrationSystem, planted: Planting) {
        self.seed = seed
        self.system = system
        self.planted = planted.all
        expected = planted.all.filter { $0.size != $0.effect.nothing }.flatMap(\.effect.expected)
    }

    public func text(_ language: Language) -> String {
        let head =
            switch language {
            case .nl: "Demonstratiegemeente met \(system.name), seed \(seed). Niemand in deze gegevens bestaat."
            case .en: "Demonstration municipality with \(system.name), seed \(seed). Nobody in these data exists."
            }
        let body = planted.isEmpty ? Self.nothing(language) : planted.map { $0.words(language) }.joined(separator: "\n\n")
        return head + "\n\n" + body + "\n\n" + Self.limits(language) + "\n"
    }

    /// The same for programs: seed, system, and per planted effect its size, unit, first quarter, by when it can be found, and what must fire.
    public func json() throws -> Data {
        let effects = planted.map { plant -> JSONValue in
            let findings = expected.filter { $0.effect == plant.effect }.map { expectation -> JSONValue in
                [
                    "indicator": .string(expectation.indicator), "metric": .string(expectation.metric),
                    "attribute": .string(expectation.attribute), "group": .string(expectation.group),
                    "direction": .string(expectation.direction), "verdict": .string(expectation.verdict),
                ]
            }
            return [
                "effect": .string(plant.effect.rawValue), "size": .number(plant.size), "unit": .string(plant.effect.standard.unit.rawValue),
                "from": .string(plant.from.description), "detectable": plant.detectable.map { .string($0.description) } ?? .null,
                "expected": .array(findings),
            ]
        }
        // As text, because not every number of 64 bits survives as one in JSON.
        let document: JSONValue = ["seed": .string(String(seed)), "system": .string(system.rawValue), "planted": .array(effects)]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return try encoder.encode(document)
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
    public var truth: Truth { Truth(seed: seed, system: system, planted: planted) }
}

extension PlantedEffect {
    /// What a right audit finds of it.
    public var expected: [Truth.Expectation] {
        func finding(
            _ indicator: String, _ metric: String, _ attribute: String, _ group: String, verdict: String = "disparity"
        ) -> Truth.Expectation {
            Truth.Expectation(
                effect: self, indicator: indicator, metric: metric, attribute: attribute, group: group, direction: "adverse", verdict: verdict)
        }
        return switch self {
        case .testLanguageShift, .trueLanguageDifference:
            Population.shiftedLanguages.sorted().map { finding("M2", "top5_day_activity_share", "test_language", $0) }
        case .testModeShift: [finding("M2", "top5_day_activity_share", "test_mode", "paper")]
        case .lingeringProfiles: [finding("M10", "days_on_wrong_profile", "education_level", "low")]
        case .stalePlaces: [finding("M11", "top5_stale_share", "gender", "female")]
        case .blindTrust: [finding("M12", "followed_weak_advice", "age_band", "45-54")]
        case .counsellorSteering: [finding("M13", "steering_day_activity", "age_band", "55+")]
        case .earlyEndings: [finding("M18", "ended_early", "age_band", "27-44")]
        case .intersection: [finding("M27", "top5_day_activity_excess", "gender x age_band", "female | 55+")]
        case .driftingTestVersion: [finding("M25", "score_drift", "test_language", "uk")]
        case .unloggedChange: [finding("M24", "fidelity", "everybody", "everybody", verdict: "failed")]
        case .cherryPicking: [finding("M22", "contact_at_equal_rank", "target_group_register", "true")]
        case .unreachableTravel: [finding("M29", "top5_out_of_reach", "municipality", TownPlan.farMunicipality)]
        }
    }
}
