import Cohort
import Foundation

/// The systems that come with the tool, as bytes in the binary: the same bytes as the files in `systems/`, which a third system copies.
public enum BuiltInSystem: String, CaseIterable, Sendable {
    case ikZoek = "ik-zoek"
    case halloWerk = "hallowerk"

    public func configuration() throws(JSONError) -> SystemConfiguration {
        try SystemConfiguration.read(Data(json.utf8), source: "systems/\(rawValue).json")
    }

    public var json: String {
        switch self {
        case .ikZoek: Self.ikZoekJSON
        case .halloWerk: Self.halloWerkJSON
        }
    }

    private static let ikZoekJSON = #"""
        {
          "$schema": "../schemas/system.schema.json",
          "version": 1,
          "name": "ik-zoek",
          "title": { "nl": "Ik zoek", "en": "Ik zoek" },
          "indicators": ["M1", "M2", "M3", "M5", "M6", "M7", "M8", "M9", "M10", "M11", "M12", "M13", "M14", "M15", "M16", "M17", "M18", "M19", "M20", "M21", "M23", "M24", "M25", "M26", "M27", "M28", "M30"],
          "attributes": [
            { "attribute": "test_language", "purpose": { "nl": "Huizen H224: een toets in een andere taal is niet gelijk aan de Nederlandse. De taal zegt iets over afkomst. Zij wordt alleen voor deze vraag gebruikt.", "en": "Huizen H224: a test in another language is not equal to the Dutch one. A proxy of origin: used for this question only." } },
            { "attribute": "test_mode", "purpose": { "nl": "Huizen H188, H189, H250: online, op papier of met hulp.", "en": "Huizen H188, H189, H250: online, on paper or with help." } },
            { "attribute": "gender", "purpose": { "nl": "Awgb: vrouwen en mannen moeten gelijk advies krijgen.", "en": "Awgb: women and men are to be advised alike." } },
            { "attribute": "age_band", "purpose": { "nl": "WGBL: leeftijd mag geen verschil maken.", "en": "WGBL: age is to make no difference." } },
            { "attribute": "education_level", "purpose": { "nl": "Huizen H171: mensen voor wie lezen moeilijk is.", "en": "Huizen H171: people for whom reading is hard." } },
            { "attribute": "benefit_duration", "purpose": { "nl": "Utrecht U89-91: mensen die langer zonder werk zijn.", "en": "Utrecht U89-91: people who have been out of work for longer." } }
          ],
          "description": {
            "purpose": { "nl": "Ik zoek helpt inwoners met een uitkering om een passende plek te vinden. Een toets laat zien wat iemand kan en wat bij iemand past. De computer zoekt daar plekken bij. De consulent en de inwoner kiezen.", "en": "Ik zoek helps residents on benefits to find a place that suits them. A test shows what somebody can do and what suits them. The computer looks for places that go with it. The counsellor and the resident choose." },
            "steps": [
              { "name": { "nl": "Toets", "en": "Test" }, "by": { "nl": "Inwoner", "en": "Resident" },
                "text": { "nl": "De inwoner maakt een toets: online, op papier of met hulp. De toets is er in meer talen.", "en": "The resident takes a test: online, on paper or with help. It exists in several languages." },
                "chapter": "test" },
              { "name": { "nl": "Profiel", "en": "Profile" }, "by": { "nl": "Computer", "en": "Computer" },
                "text": { "nl": "De computer maakt van de antwoorden een profiel met scores.", "en": "The computer turns the answers into a profile of scores." },
                "automatic": true, "chapter": "test" },
              { "name": { "nl": "Lijst", "en": "List" }, "by": { "nl": "Computer", "en": "Computer" },
                "text": { "nl": "De computer vergelijkt het profiel met elke plek. Wat het meest lijkt, komt bovenaan.", "en": "The computer compares the profile with every place. What is most alike comes first." },
                "automatic": true, "chapter": "advice" },
              { "name": { "nl": "Gesprek", "en": "Conversation" }, "by": { "nl": "Consulent", "en": "Counsellor" },
                "text": { "nl": "De consulent en de inwoner bespreken de lijst.", "en": "The counsellor and the resident discuss the list." },
                "chapter": "human" },
              { "name": { "nl": "Keuze", "en": "Choice" }, "by": { "nl": "Consulent", "en": "Counsellor" },
                "text": { "nl": "De consulent legt vast welke plek het wordt. Dat mag ook een plek buiten de lijst zijn.", "en": "The counsellor records which place it will be. It may be a place outside the list." },
                "chapter": "human" },
              { "name": { "nl": "Plek", "en": "Place" }, "by": { "nl": "Werkgever", "en": "Employer" },
                "text": { "nl": "De inwoner begint bij een werkgever, of op een plek voor dagbesteding.", "en": "The resident starts with an employer, or in a place for day activity." },
                "chapter": "outcomes" }
            ]
          },
          "specialCategories": [],
          "intersections": [
            { "first": "gender", "second": "age_band" },
            { "first": "gender", "second": "test_language" },
            { "first": "age_band", "second": "education_level" }
          ],
          "driftScales": ["cap_verbal"],
          "referencePeriod": null,
          "delayedEntry": false,
          "inventory": ["huizen"]
        }

        """#

    private static let halloWerkJSON = #"""
        {
          "$schema": "../schemas/system.schema.json",
          "version": 1,
          "name": "hallowerk",
          "title": { "nl": "HalloWerk", "en": "HalloWerk" },
          "indicators": ["M1", "M2", "M3", "M4", "M5", "M6", "M8", "M9", "M10", "M11", "M15", "M16", "M17", "M18", "M19", "M20", "M21", "M22", "M23", "M24", "M25", "M26", "M27", "M28", "M29", "M30"],
          "attributes": [
            { "attribute": "target_group_register", "purpose": { "nl": "Utrecht U158-170, U292-294: de registratie verraadt een subsidie. Worden mensen daarop gekozen?", "en": "Utrecht U158-170, U292-294: the flag signals a subsidy; is it used to pick people?" } },
            { "attribute": "gender", "purpose": { "nl": "Awgb: vrouwen en mannen moeten evenveel kans krijgen om gezien te worden.", "en": "Awgb: women and men are to have an equal chance of being seen." } },
            { "attribute": "age_band", "purpose": { "nl": "WGBL: leeftijd mag geen verschil maken.", "en": "WGBL: age is to make no difference." } },
            { "attribute": "education_level", "purpose": { "nl": "Utrecht U89-91: de proef begon met mensen die zichzelf redden.", "en": "Utrecht U89-91: the pilot began with people who manage by themselves." } },
            { "attribute": "municipality", "purpose": { "nl": "Utrecht U251-253: de reis naar het werk.", "en": "Utrecht U251-253: the journey to work." } },
            { "attribute": "benefit_duration", "purpose": { "nl": "Utrecht U89-91: mensen die langer zonder werk zijn.", "en": "Utrecht U89-91: people who have been out of work for longer." } }
          ],
          "description": {
            "purpose": { "nl": "HalloWerk brengt inwoners met een uitkering en werkgevers bij elkaar. Inwoners laten zien wat zij kunnen. Werkgevers laten zien wat een plek vraagt. De computer legt die twee naast elkaar. Meedoen is vrijwillig.", "en": "HalloWerk brings residents on benefits and employers together. Residents show what they can do. Employers show what a place asks. The computer lays the two side by side. Taking part is voluntary." },
            "steps": [
              { "name": { "nl": "Profiel", "en": "Profile" }, "by": { "nl": "Inwoner", "en": "Resident" },
                "text": { "nl": "De inwoner maakt een profiel, alleen of met hulp van een matcher.", "en": "The resident makes a profile, alone or with the help of a matcher." },
                "chapter": "population" },
              { "name": { "nl": "Plek melden", "en": "Offer a place" }, "by": { "nl": "Werkgever", "en": "Employer" },
                "text": { "nl": "De werkgever zet een plek op het platform en zegt wat die vraagt.", "en": "The employer puts a place on the platform and says what it asks." },
                "alongside": true, "chapter": "population" },
              { "name": { "nl": "Vergelijken", "en": "Compare" }, "by": { "nl": "Computer", "en": "Computer" },
                "text": { "nl": "De computer vergelijkt elk profiel met elke plek. Wat het meest lijkt, komt bovenaan.", "en": "The computer compares every profile with every place. What is most alike comes first." },
                "automatic": true, "chapter": "advice" },
              { "name": { "nl": "Ziet plekken", "en": "Sees places" }, "by": { "nl": "Inwoner", "en": "Resident" },
                "text": { "nl": "De inwoner ziet een lijst met plekken.", "en": "The resident sees a list of places." },
                "chapter": "advice" },
              { "name": { "nl": "Ziet mensen", "en": "Sees people" }, "by": { "nl": "Werkgever", "en": "Employer" },
                "text": { "nl": "De werkgever ziet een lijst met mensen, zonder naam.", "en": "The employer sees a list of people, without names." },
                "alongside": true, "chapter": "platform" },
              { "name": { "nl": "Contact", "en": "Contact" }, "by": { "nl": "Matcher", "en": "Matcher" },
                "text": { "nl": "De werkgever of de inwoner vraagt om contact. De matcher begeleidt dat.", "en": "The employer or the resident asks for contact. The matcher guides it." },
                "chapter": "platform" },
              { "name": { "nl": "Plek", "en": "Place" }, "by": { "nl": "Werkgever", "en": "Employer" },
                "text": { "nl": "De inwoner begint bij de werkgever.", "en": "The resident starts with the employer." },
                "chapter": "outcomes" }
            ]
          },
          "specialCategories": [
            {
              "attribute": "target_group_register",
              "purpose": { "nl": "Nagaan of mensen uit het register minder of meer contact krijgen, bij dezelfde plaats op de lijst.", "en": "To find out whether people in the register are contacted less, or more, at the same place on the list." },
              "approver": "functionaris gegevensbescherming (verzonnen, voor de demonstratie)",
              "approvedOn": "2024-01-02",
              "expires": "2027-12-31"
            }
          ],
          "intersections": [
            { "first": "gender", "second": "age_band" },
            { "first": "gender", "second": "target_group_register" }
          ],
          "driftScales": [],
          "referencePeriod": null,
          "delayedEntry": false,
          "inventory": ["utrecht"],
          "phrases": {
            "chapter.human.title": { "nl": "Wat doen mensen ermee?", "en": "What do people do with it?" }
          }
        }

        """#
}
