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
            { "attribute": "test_language", "purpose": "Huizen H224: a test in another language is not equal to the Dutch one. A proxy of origin: used for this question only." },
            { "attribute": "test_mode", "purpose": "Huizen H188, H189, H250: online, on paper or with help." },
            { "attribute": "gender", "purpose": "Awgb: women and men are to be advised alike." },
            { "attribute": "age_band", "purpose": "WGBL: age is to make no difference." },
            { "attribute": "education_level", "purpose": "Huizen H171: people for whom reading is hard." },
            { "attribute": "benefit_duration", "purpose": "Utrecht U89-91: people who have been out of work for longer." }
          ],
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
            { "attribute": "target_group_register", "purpose": "Utrecht U158-170, U292-294: the flag signals a subsidy; is it used to pick people?" },
            { "attribute": "gender", "purpose": "Awgb: women and men are to be offered alike." },
            { "attribute": "age_band", "purpose": "WGBL: age is to make no difference." },
            { "attribute": "education_level", "purpose": "Utrecht U89-91: the pilot began with people who manage by themselves." },
            { "attribute": "municipality", "purpose": "Utrecht U251-253: the journey to work." },
            { "attribute": "benefit_duration", "purpose": "Utrecht U89-91: people who have been out of work for longer." }
          ],
          "specialCategories": [
            {
              "attribute": "target_group_register",
              "purpose": "To find out whether people in the register are contacted less, or more, at the same place on the list.",
              "approver": "data protection officer (invented, for the demonstration)",
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
