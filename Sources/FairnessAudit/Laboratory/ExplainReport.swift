import Foundation
import Cohort
import MatchReplay

/// What a group's gap is made of.
struct ExplainReport {
    let components: GapAttribution
    let scales: GapAttribution
    let split: Result<LevelSpreadShapeGap, AttributionError>
    /// Beside a gap between test languages.
    let shifts: LanguageShift?
    let snapshot: Snapshot
    let core: RankingCore

    private var labels: [String: String] { Dictionary(snapshot.scales.map { ($0.scaleCode, $0.labelEn) }, uniquingKeysWith: { first, _ in first }) }
    private var ownShifts: [LanguageShift.Effect] { shifts?.effects.filter { $0.language == scales.group } ?? [] }

    var json: JSONValue {
        [
            "result": "explain", "version": 1, "inputs": ResultJSON.inputs(snapshot, core), "indicator": .init(scales.indicator.id),
            "depth": .init(scales.indicator.depth), "attribute": .init(scales.attribute.rawValue), "group": .init(scales.group),
            "people": .init(scales.people), "restPeople": .init(scales.restPeople), "gap": .init(scales.gap), "notLevel": .init(scales.notLevel),
            "components": Self.json(components), "scales": Self.json(scales), "levelSpreadShape": splitJSON,
            "languageShift": .array(ownShifts.map(Self.json)), "caution": .init(LevelCaution.text), "cautionKey": .init(LevelCaution.key),
        ]
    }

    private static func json(_ attribution: GapAttribution) -> JSONValue {
        let method: JSONValue =
            switch attribution.method {
            case .exact: ["kind": "exact"]
            case .sampled(let pairs): ["kind": "sampled", "pairs": .init(pairs)]
            }
        return [
            "method": method, "sumMinusGap": .init(attribution.residual),
            "shapley": .array(
                attribution.shares.map { ["name": .init($0.name), "value": .init($0.value), "standardError": .init($0.standardError)] }),
        ]
    }

    private static func json(_ effect: LanguageShift.Effect) -> JSONValue {
        [
            "scale": .init(effect.scale), "people": .init(effect.people), "referencePeople": .init(effect.referencePeople),
            "difference": .init(effect.difference), "standardDeviation": .init(effect.standardDeviation), "standardised": .init(effect.standardised),
            "standardisedSimultaneousInterval": ResultJSON.interval(effect.standardisedSimultaneous), "adjustedP": .init(effect.adjustedP),
        ]
    }

    private var splitJSON: JSONValue {
        func parts(_ parts: LevelSpreadShapeGap.Parts) -> JSONValue {
            ["level": .init(parts.level), "spread": .init(parts.spread), "shape": .init(parts.shape), "total": .init(parts.total)]
        }
        switch split {
        case .failure(let reason): return ["unavailable": .init(reason.description)]
        case .success(let split): return ["group": parts(split.own), "rest": parts(split.rest), "difference": parts(split.difference)]
        }
    }

    func print() {
        let unit = scales.indicator == .bestMatchDistance ? "in the core's distance" : "as a share"
        Terminal.print("\(scales.indicator.id) by \(scales.attribute.rawValue): \(scales.group) (\(scales.people) people) against everybody else (\(scales.restPeople)).")
        Terminal.print("The gap is \(ResultText.number(scales.gap, digits: 3)) (\(unit); group minus the rest).")
        for (title, attribution) in [("component", components), ("scale", scales)] {
            Terminal.print("")
            table(title, attribution).print()
            Terminal.print(Self.check(attribution))
        }
        Terminal.print("")
        printSplit()
        if !ownShifts.isEmpty {
            Terminal.print("")
            printShifts()
        }
        Terminal.print("")
        Terminal.print(LevelCaution.text)
    }

    private func table(_ title: String, _ attribution: GapAttribution) -> TextTable {
        var table = TextTable([(title, .left), ("part of the gap", .right), ("error of the draw", .right)])
        for share in attribution.shares {
            let name = labels[share.name].map { "\(share.name) (\($0))" } ?? share.name
            table.add(name, ResultText.number(share.value, digits: 3), share.standardError.map { ResultText.number($0, digits: 4) } ?? "exact")
        }
        table.add("not a difference of level", ResultText.number(attribution.notLevel, digits: 3), "")
        return table
    }

    private static func check(_ attribution: GapAttribution) -> String {
        "Check: the parts add up to the gap but for \(String(format: "%.1e", abs(attribution.residual)))."
    }

    private func printSplit() {
        switch split {
        case .failure(let reason): Terminal.print(reason.description)
        case .success(let split):
            Terminal.print("Squared distance to the first place, by what two profiles can differ in (M6):")
            var table = TextTable([("", .left), ("level", .right), ("spread", .right), ("shape", .right), ("total", .right)])
            for (name, parts) in [(split.group, split.own), ("everybody else", split.rest), ("difference", split.difference)] {
                table.add(
                    name, ResultText.number(parts.level, digits: 3), ResultText.number(parts.spread, digits: 3), ResultText.number(parts.shape, digits: 3),
                    ResultText.number(parts.total, digits: 3))
            }
            table.print()
        }
    }

    private func printShifts() {
        guard let shifts else { return }
        Terminal.print("Scores of \(scales.group) minus those of \(shifts.reference), in standard deviations; intervals hold for all languages and scales at once:")
        var table = TextTable([("scale", .left), ("difference", .right), ("95 %, simultaneous", .right), ("", .left)])
        for effect in ownShifts {
            table.add(
                effect.scale, ResultText.number(effect.standardised), ResultText.interval(effect.standardisedSimultaneous),
                effect.isBeyondChance ? "shown" : "could not be settled")
        }
        table.print()
    }
}
