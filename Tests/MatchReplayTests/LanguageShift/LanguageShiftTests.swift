import Cohort
import MatchReplay
import Metrics
import Testing

struct LanguageShiftTests {
    /// scripts/reference/language.py (Python 3.11.7, numpy 2.4.6, scipy 1.17.1): differences, differences in SD within languages, Welch
    /// intervals, and the critical value from 40,000 rearrangements of its own.
    @Test func agreesWithAnIndependentComputation() throws {
        let tested = TestedPeople(try Self.town().snapshot())
        let shift = try LanguageShift(tested, replicates: 20_000, seed: 1)
        let reference: [(String, String, Double, Double, Double, Double)] = [
            ("ar", "a", -5.849166666666666, -0.785296049639926, -9.44775479301628, -2.2505785403170533),
            ("ar", "b", -0.4662500000000023, -0.06110633560681167, -4.079906589793065, 3.1474065897930608),
            ("ar", "c", 0.8611111111111107, 0.05982463497559906, -6.484808755711134, 8.207030977933355),
            ("ti", "a", -0.5416666666666661, -0.0727229565844068, -4.511347873656414, 3.428014540323081),
            ("ti", "b", 0.2749999999999986, 0.03604127033109499, -3.8484978062446515, 4.398497806244649),
            ("ti", "c", 0.19444444444444287, 0.013508788542877103, -7.865123911560147, 8.254012800449033),
        ]
        #expect(shift.effects.map { "\($0.language) \($0.scale)" } == reference.map { "\($0.0) \($0.1)" })
        for (effect, expected) in zip(shift.effects, reference) {
            #expect(abs(effect.difference - expected.2) < 1e-10 && abs(effect.standardised - expected.3) < 1e-10)
            #expect(abs(effect.interval.low - expected.4) < 1e-9 && abs(effect.interval.high - expected.5) < 1e-9)
            // All simultaneous intervals are as many standard errors wide: the critical value, to the noise of the draws.
            let half = (effect.simultaneous.high - effect.simultaneous.low) / 2
            let scale = try #require(tested.scales.firstIndex(of: effect.scale))
            let welch = try WelchDifference(
                group: tested.scores(scale: scale, language: effect.language), reference: tested.scores(scale: scale, language: "nl"))
            #expect(abs(half / welch.standardError - 2.7794) < 0.05)
            #expect(abs(effect.standardisedSimultaneous.low * effect.standardDeviation - effect.simultaneous.low) < 1e-12)
        }
        #expect(shift.effects.map(\.isBeyondChance) == [true, false, false, false, false, false])
        #expect(shift.effects[0].adjustedP < 0.05 && shift.effects[1].adjustedP > 0.9)
        #expect(shift.effects[0].people == 25 && shift.effects[0].referencePeople == 60 && shift.tooFew == [])
    }

    @Test func aSmallLanguageIsNamedAndNotCompared() throws {
        var town = Self.town()
        town.people += (0..<9).map { .init(language: "uk", scores: ["a": Double($0), "b": 1, "c": 1]) }
        let tested = TestedPeople(try town.snapshot())
        let shift = try LanguageShift(tested, replicates: 400, seed: 1)
        #expect(shift.tooFew == ["uk"] && !shift.effects.contains { $0.language == "uk" })
        #expect(throws: LanguageShiftError.referenceTooSmall(language: "uk", needed: 10)) { try LanguageShift(tested, reference: "uk") }
        #expect(throws: LanguageShiftError.noReference(language: "de", tested: ["ar", "nl", "ti", "uk"])) { try LanguageShift(tested, reference: "de") }
        #expect(throws: LanguageShiftError.undefined(.tooFewReplicates(needed: 400))) { try LanguageShift(tested, replicates: 399) }
    }

    @Test func theSeedDecidesAndTheOrderOfRowsDoesNot() throws {
        let snapshot = try Self.town().snapshot()
        var mixed = snapshot
        mixed.scores.reverse()
        mixed.runs.reverse()
        mixed.lists.reverse()
        mixed.assessments.reverse()
        let (one, other, third) = (
            try LanguageShift(TestedPeople(snapshot), replicates: 400, seed: 7), try LanguageShift(TestedPeople(mixed), replicates: 400, seed: 7),
            try LanguageShift(TestedPeople(snapshot), replicates: 400, seed: 8)
        )
        #expect(one.effects == other.effects && one.effects != third.effects)
    }

    /// The data of the reference script.
    static func town() -> Municipality {
        let people = (0..<105).map { i -> Municipality.Person in
            let language = i < 60 ? "nl" : i < 85 ? "ar" : "ti"
            let a = Double(i * 37 % 101) / 4
            var scores = ["a": a - (language == "ar" ? 6 : 0), "b": a / 2 + Double(i * 53 % 89) / 4]
            if i % 10 != 3 { scores["c"] = Double(i * 71 % 97) / 2 }
            return .init(language: language, scores: scores)
        }
        return Municipality(
            scales: ["a": "capacity", "b": "capacity", "c": "personality"], people: people, places: [.init(id: "W1", targets: ["a": 1, "b": 1, "c": 1])])
    }
}
