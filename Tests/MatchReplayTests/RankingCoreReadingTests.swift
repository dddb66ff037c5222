import Cohort
import Foundation
import MatchReplay
import Testing

struct RankingCoreReadingTests {
    /// A change to `plain`, what the reader must say about it (`nil` = it is read), and whether the schema can say so too.
    struct Document: CustomTestStringConvertible {
        var text: String
        var problem: String?
        var schemaCannotSay = false
        var testDescription: String { problem ?? "accepted: \(text.prefix(60))" }
    }

    static let plain = """
        {"version":1,"name":"n","algorithmVersion":"2.3","distance":"euclidean",
         "weights":{"components":{"capacity":1.5},"scales":{"a":0},"profile":true},
         "scaling":{"kind":"z","over":"each_side"},
         "missingValues":"skip","places":"all","ties":{"by":"workplace_id","order":"numeric"}}
        """

    private static func changed(_ old: String, _ new: String, _ problem: String?, schemaCannotSay: Bool = false) -> Document {
        Document(text: plain.replacingOccurrences(of: old, with: new), problem: problem, schemaCannotSay: schemaCannotSay)
    }

    static let zScaling = "\"kind\":\"z\",\"over\":\"each_side\""
    static let rangeConstants = "\"kind\":\"range\",\"over\":\"each_side\",\"constants\":{\"participants\":{\"a\":{\"minimum\":0,\"maximum\":9}},\"workplaces\":{}}"
    static let zConstants = "\"kind\":\"z\",\"over\":\"each_side\",\"constants\":{\"participants\":{},\"workplaces\":{\"a\":{\"mean\":-1.5,\"standardDeviation\":2}}}"

    static let normsScaling = "\"kind\":\"norms\",\"over\":\"each_side\",\"constants\":{\"perLanguage\":{\"ar\":{\"a\":{\"mean\":3,\"standardDeviation\":2}}}}"

    /// The same, as version 2, with every choice of it somewhere.
    private static func second(_ old: String, _ new: String, _ problem: String?, schemaCannotSay: Bool = false) -> Document {
        let document = plain.replacingOccurrences(of: "\"version\":1", with: "\"version\":2")
            .replacingOccurrences(
                of: "\"places\":\"all\"",
                with: "\"places\":\"all\",\"profiles\":{\"by\":\"test_language\",\"variants\":{\"ti\":\"ar\"},\"fallback\":\"everyone\"},\"filters\":{\"hours\":true},\"top\":25")
        return Document(text: document.replacingOccurrences(of: old, with: new), problem: problem, schemaCannotSay: schemaCannotSay)
    }

    static let documents: [Document] = [
        Document(text: plain, problem: nil),
        changed("{\"version\"", "{\"$schema\":\"x\",\"comment\":\"y\",\"version\"", nil),
        changed(zScaling, "\"kind\":\"none\"", nil),
        changed(zScaling, "\"kind\":\"none\",\"over\":null", nil),
        changed(zScaling, rangeConstants, nil),
        changed(zScaling, zConstants, nil),
        changed("\"components\":{\"capacity\":1.5},\"scales\":{\"a\":0},", "", nil),
        changed("\"components\":{\"capacity\":1.5}", "\"components\":null", nil),
        changed("\"skip\"", "\"skip_and_rescale\"", nil),
        changed("\"skip\"", "\"exclude_place\"", nil),
        changed("\"all\"", "\"active_on_run_day\"", nil),
        changed("\"numeric\"", "\"bytes\"", nil),

        changed("\"version\":1", "\"version\":3", "core.json: version: must be a whole number from 1 to 2"),
        changed("\"version\":1,", "", "core.json: version: is missing"),
        changed("\"n\"", "\"\"", "core.json: name: must not be empty"),
        changed("\"2.3\"", "2.3", "core.json: algorithmVersion: a text is expected"),
        changed("euclidean", "manhattan", "core.json: distance: version 1 knows one distance"),
        changed("\"skip\"", "\"mean\"", "core.json: missingValues: version 1 does not know mean; set \"version\": 2"),
        changed("\"places\"", "\"top\":5,\"places\"", "core.json: top: this key is not known"),
        changed("\"places\"", "\"profiles\":{\"by\":\"everyone\"},\"places\"", "core.json: profiles: this key is not known"),
        changed(zScaling, normsScaling, "core.json: scaling.kind: version 1 does not know norms"),

        changed("missingValues", "missingValue", "core.json: missingValues: is missing"),
        changed("\"places\"", "\"plases\":1,\"places\"", "core.json: plases: this key is not known; did you mean \"places\"?"),
        changed("\"places\":\"all\"", "\"places\":\"all\",\"places\":\"all\"", "key \"places\" stands twice", schemaCannotSay: true),
        changed("\"capacity\"", "\"capasity\"", "core.json: weights.components.capasity: no such component; did you mean \"capacity\"?"),
        changed("1.5", "-1.5", "core.json: weights.components.capacity: a weight is never negative"),
        changed("\"a\":0", "\"a\":-1e-9", "core.json: weights.scales.a: a weight is never negative"),
        changed("\"a\":0", "\"a\":\"1\"", "core.json: weights.scales.a: a number is expected"),
        changed("1.5", "NaN", "weights.components.capacity: line 2: a value is expected", schemaCannotSay: true),
        changed(",\"profile\":true", "", "core.json: weights.profile: is missing"),
        changed("\"profile\":true", "\"profile\":1", "core.json: weights.profile: true or false is expected"),
        changed("\"profile\":true", "\"profile\":true,\"profil\":true", "core.json: weights.profil: this key is not known; did you mean \"profile\"?"),
        changed("\"kind\":\"z\"", "\"kind\":\"zscore\"", "core.json: scaling.kind: \"zscore\" is not known"),
        changed("each_side", "pooled", "core.json: scaling.over: must be each_side"),
        changed(",\"over\":\"each_side\"", "", "core.json: scaling.over: must be each_side"),
        changed("\"kind\":\"z\"", "\"kind\":\"none\"", "core.json: scaling.over: without scaling"),
        changed(zScaling, "\"kind\":\"none\",\"constants\":{}", "core.json: scaling.constants: without scaling"),
        changed(zScaling, rangeConstants.replacingOccurrences(of: "range", with: "z"), "core.json: scaling.constants.participants.a.mean: is missing"),
        changed(zScaling, zConstants.replacingOccurrences(of: "\"z\"", with: "\"range\""), "core.json: scaling.constants.workplaces.a.minimum: is missing"),
        changed(zScaling, zConstants.replacingOccurrences(of: ":2}", with: ":0}"), "core.json: scaling.constants.workplaces.a.standardDeviation: must be above 0"),
        changed(zScaling, zConstants.replacingOccurrences(of: ":2}", with: ":2,\"n\":1}"), "core.json: scaling.constants.workplaces.a.n: this key is not known"),
        changed(zScaling, zConstants.replacingOccurrences(of: "\"participants\":{},", with: ""), "core.json: scaling.constants.participants: is missing"),
        changed(zScaling, rangeConstants.replacingOccurrences(of: ":9", with: ":0"), "maximum: must lie above minimum", schemaCannotSay: true),
        changed("\"skip\"", "\"skipp\"", "core.json: missingValues: \"skipp\" is not known; did you mean \"skip\"?"),
        changed("\"all\"", "\"some\"", "core.json: places: \"some\" is not known"),
        changed("\"workplace_id\"", "\"title\"", "core.json: ties.by: version 1 breaks ties by workplace_id"),
        changed("\"numeric\"", "\"number\"", "core.json: ties.order: \"number\" is not known"),
        second("", "", nil),
        second("euclidean", "manhattan", nil),
        second("euclidean", "one_sided", nil),
        second("euclidean", "cosine", nil),
        second("euclidean", "correlation", nil),
        second("\"skip\"", "\"mean\"", nil),
        second("\"skip\"", "\"worst\"", nil),
        second(zScaling, normsScaling, nil),
        second(",\"top\":25", "", nil),
        second("25", "\"all\"", nil),
        second("25", "null", nil),
        second("\"by\":\"workplace_id\",\"order\":\"numeric\"", "\"by\":\"shared\"", nil),
        second("\"by\":\"workplace_id\",\"order\":\"numeric\"", "\"by\":\"random\",\"seed\":7", nil),
        second(",\"variants\":{\"ti\":\"ar\"},\"fallback\":\"everyone\"", ",\"fallback\":\"exclude_place\"", nil),
        second("\"by\":\"test_language\",\"variants\":{\"ti\":\"ar\"},\"fallback\":\"everyone\"", "\"by\":\"everyone\"", nil),
        second("\"hours\":true", "\"hours\":true,\"travel\":false,\"abilities\":true", nil),
        second("euclidean", "chebyshev", "core.json: distance: \"chebyshev\" is not known"),
        second("\"skip\"", "\"worse\"", "core.json: missingValues: \"worse\" is not known; did you mean \"worst\"?"),
        second(zScaling, normsScaling.replacingOccurrences(of: "\"mean\":3,", with: ""), "core.json: scaling.constants.perLanguage.ar.a.mean: is missing"),
        second(zScaling, "\"kind\":\"norms\",\"over\":\"each_side\"", "core.json: scaling.constants: is missing"),
        second(zScaling, "\"kind\":\"norms\",\"over\":\"each_side\",\"constants\":{}", "core.json: scaling.constants.participants: is missing", schemaCannotSay: true),
        second("25", "0", "core.json: top: must be a whole number from 1"),
        second("25", "\"some\"", "core.json: top: must be a number of places, or \"all\""),
        second("25", "2.5", "core.json: top: must be a whole number", schemaCannotSay: true),
        second("\"fallback\":\"everyone\"", "\"fallback\":\"nobody\"", "core.json: profiles.fallback: \"nobody\" is not known"),
        second(",\"fallback\":\"everyone\"", "", "core.json: profiles.fallback: is missing"),
        second("test_language", "testlanguage", "core.json: profiles.by: \"testlanguage\" is not known; did you mean \"test_language\"?"),
        second("\"hours\"", "\"ours\"", "core.json: filters.ours: this key is not known; did you mean \"hours\"?"),
        second("\"hours\":true", "\"hours\":1", "core.json: filters.hours: true or false is expected"),
        second("\"by\":\"workplace_id\",\"order\":\"numeric\"", "\"by\":\"random\"", "core.json: ties.seed: is missing"),
        second("\"by\":\"workplace_id\",\"order\":\"numeric\"", "\"by\":\"shared\",\"seed\":1", "core.json: ties.seed: this key is not known"),
        second("\"by\":\"workplace_id\"", "\"by\":\"rendom\"", "core.json: ties.by: \"rendom\" is not known; did you mean \"random\"?"),
        Document(
            text: plain.replacingOccurrences(of: "\"version\":1", with: "\"version\":2").replacingOccurrences(of: "euclidean", with: "cosine")
                .replacingOccurrences(of: "\"skip\"", with: "\"skip_and_rescale\""), problem: "core.json: missingValues: cosine is not a sum over scales"),
        Document(text: "[]", problem: "core.json: an object is expected"),
    ]

    @Test(arguments: documents)
    func readerAndSchemaAgree(document: Document) throws {
        let data = Data(document.text.utf8)
        if let problem = document.problem {
            let error = #expect(throws: JSONError.self) { try RankingCore.read(data, source: "core.json") }
            #expect(error?.description.contains(problem) == true, "\(error?.description ?? "no error")")
        } else {
            #expect(throws: Never.self) { try RankingCore.read(data, source: "core.json") }
        }
        guard !document.schemaCannotSay else { return }
        let accepted = try SchemaCheck(file: "schemas/core.schema.json").accepts(JSONValue(parsing: data, source: "core.json"))
        #expect(accepted == (document.problem == nil))
    }

    @Test func everythingIsRead() throws {
        let core = try RankingCore.read(Data(Self.plain.utf8), source: "core.json")
        #expect(core.name == "n" && core.algorithmVersion == "2.3")
        #expect(core.weights == .init(components: ["capacity": 1.5], scales: ["a": 0], profile: true))
        #expect(core.scaling == .init(kind: .z) && core.scalingKind == .z)
        #expect(core.missingValues == .skip && core.places == .all && core.ties == .numeric)
        // sha256sum (coreutils 9.1) of the same bytes
        #expect(core.sha256 == "c2029730b22b65a4c7953cfbfa25055ccdcaa487917c02c4ca0eb009925e55c6")
        let ranges = try RankingCore.read(Data(Self.plain.replacingOccurrences(of: Self.zScaling, with: Self.rangeConstants).utf8), source: "core.json")
        #expect(ranges.scaling.given == .init(participants: ["a": .init(centre: 0, spread: 9)], workplaces: [:]))
        let z = try RankingCore.read(Data(Self.plain.replacingOccurrences(of: Self.zScaling, with: Self.zConstants).utf8), source: "core.json")
        #expect(z.scaling.given == .init(participants: [:], workplaces: ["a": .init(centre: -1.5, spread: 2)]))
    }

    @Test func everythingOfTheSecondVersionIsRead() throws {
        let first = Self.second("euclidean", "one_sided", nil).text
        let core = try RankingCore.read(Data(first.utf8), source: "core.json")
        #expect(core.distance == .oneSided && core.top == 25)
        #expect(core.profiles == .testLanguage(variants: ["ti": "ar"], fallback: .everyone))
        #expect(core.filters == .init(hours: true, travel: false, abilities: false))
        let norms = try RankingCore.read(Data(Self.second(Self.zScaling, Self.normsScaling, nil).text.utf8), source: "core.json")
        #expect(norms.scaling == .init(kind: .norms, given: .init(participants: [:], workplaces: [:], perLanguage: ["ar": ["a": .init(centre: 3, spread: 2)]])))
        let random = Self.second("\"by\":\"workplace_id\",\"order\":\"numeric\"", "\"by\":\"random\",\"seed\":7", nil).text
        #expect(try RankingCore.read(Data(random.utf8), source: "core.json").ties == .random(seed: 7))
        // Without its optional parts, version 2 says what version 1 said.
        let plain = try RankingCore.read(Data(Self.plain.utf8), source: "core.json")
        var bare = try RankingCore.read(Data(Self.plain.replacingOccurrences(of: "\"version\":1", with: "\"version\":2").utf8), source: "core.json")
        bare.sha256 = plain.sha256
        #expect(bare == plain)
    }

    /// The core at the root of the repository is the demonstration's.
    @Test func theRootCoreIsRead() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let data = try #require(FileManager.default.contents(atPath: root.path + "/core.json"))
        let core = try RankingCore.read(data, source: "core.json")
        #expect(core.name == "ik-zoek" && core.algorithmVersion == "2.3")
        #expect(try SchemaCheck(file: "schemas/core.schema.json").accepts(JSONValue(parsing: data, source: "core.json")))
    }
}
