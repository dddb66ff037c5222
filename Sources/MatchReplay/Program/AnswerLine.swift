import Cohort

/// One line of a program: the number of a request, and its list.
struct AnswerLine: Equatable {
    var number: Int
    /// Indices in the market; `unknown` where the program gave an id that it was never offered.
    var places: [Int]
    var distances: [Double]
    var unknown: String?

    /// Reads a line in full strictness and says what is wrong with it. Slow; the usual line is read by `QuickAnswer`.
    init(_ line: ArraySlice<UInt8>, places index: PlaceIndex, moment: ProgramError.Moment) throws(ProgramError.Problem) {
        let source = "the line"
        let value: JSONValue
        do { value = try JSONValue(parsing: line, source: source) } catch {
            // What many languages print for a number that JSON does not have.
            if let number = Self.requestWithoutFiniteNumbers(line) { throw .notFinite(request: number) }
            throw .notJSON(Visible.text(error.problem), moment)
        }
        var refusal: String?
        do throws(JSONError) {
            var answer = try JSONObject(value, source: source)
            if answer.optionalValue("error") != nil { refusal = try answer.string("error") }
            number = refusal == nil ? try answer.integer("number", in: 0...Int.max >> 12) : 0
            places = []
            distances = []
            for id in refusal == nil ? try answer.strings("places") : [] {
                let bytes = Array(id.utf8)
                if let place = index.index(bytes.span, 0..<bytes.count) { places.append(place) } else { unknown = unknown ?? id }
            }
            for distance in refusal == nil ? try answer.array("distances") : [] {
                guard case .number(let distance) = distance else { throw answer.error("distances", "a list of numbers is expected") }
                distances.append(distance)
            }
            if refusal == nil { try answer.close() }
        } catch {
            throw .badAnswer(Visible.text(error.description), moment)
        }
        if let refusal { throw .refused(Visible.text(refusal), moment) }
    }

    init(number: Int, places: [Int], distances: [Double], unknown: String? = nil) {
        self.number = number
        self.places = places
        self.distances = distances
        self.unknown = unknown
    }

    private static func requestWithoutFiniteNumbers(_ line: ArraySlice<UInt8>) -> Int? {
        let text = String(decoding: line, as: UTF8.self)
        let mended = text.replacing(/-?(NaN|nan|Infinity|inf)/, with: "0").replacing(/[0-9]e\+?[0-9]{3,}/, with: "0")
        guard mended != text, let value = try? JSONValue(parsing: mended.utf8, source: ""), var answer = try? JSONObject(value, source: "") else {
            return nil
        }
        return try? answer.integer("number", in: 0...Int.max >> 12)
    }
}
