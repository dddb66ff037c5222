import Testing

@testable import Cohort

@Suite struct AssessmentScoresTests {
    private static func row(_ sitting: UInt64, _ scale: String, _ score: Double?, error: Double? = nil) -> AssessmentScore {
        AssessmentScore(assessmentId: Pseudonym(high: 0, low: sitting), scaleCode: scale, score: score, standardError: error)
    }

    /// Sittings of one or more scores, some that come back later, scales in another order, and what was not measured.
    private static let rows = [
        row(1, "a", 1, error: 0.5), row(1, "b", nil), row(2, "b", 2), row(2, "a", -3, error: 2), row(1, "c", 4), row(3, "a", 0, error: 0),
    ]

    @Test func holdsWhatAnArrayHolds() {
        let packed = AssessmentScores(Self.rows)
        #expect(Array(packed) == Self.rows && packed.count == 6 && AssessmentScores().isEmpty)
        #expect(packed == AssessmentScores(Self.rows) && packed != AssessmentScores(Self.rows.dropLast()))
        #expect(packed.onScale("a").map(\.score) == [1, -3, 0] && packed.onScale("a").map(\.standardError) == [0.5, 2, 0])
        #expect(packed.onScale("b").map { packed.sittings[$0.sitting].low } == [1, 2] && Array(packed.onScale("z").map(\.score)).isEmpty)
    }

    /// Whoever replays has to refuse it, so it may not become a score that was not measured.
    @Test func whatIsNotANumberStaysSo() {
        for value in [Double.nan, -.nan, .signalingNaN, .infinity, -.infinity, -0.0, .leastNonzeroMagnitude] {
            let kept = AssessmentScores([Self.row(1, "a", value, error: value)])[0]
            #expect(kept.score.map { $0.isNaN ? value.isNaN : $0.bitPattern == value.bitPattern } == true)
            #expect(kept.standardError?.isNaN == value.isNaN)
        }
        #expect(AssessmentScores([Self.row(1, "a", nil)])[0].score == nil)
    }

    /// Every way of changing an array, done to both at random positions.
    @Test(arguments: 1...50 as ClosedRange<UInt64>) func changesAsAnArrayDoes(seed: UInt64) {
        var random = SplitMix(state: seed)
        var array: [AssessmentScore] = [], packed: AssessmentScores = []
        for _ in 0..<200 {
            let row = Self.row(random.below(4), ["a", "b", "c"][Int(random.below(3))], random.below(5) == 0 ? nil : Double(random.below(9)))
            let place = array.isEmpty ? 0 : Int(random.below(UInt64(array.count)))
            switch random.below(6) {
            case 0 where !array.isEmpty:
                array[place] = row
                packed[place] = row
            case 1 where !array.isEmpty:
                array[place].score? += 1
                packed[place].score? += 1
            case 2 where !array.isEmpty:
                array.remove(at: place)
                packed.remove(at: place)
            case 3:
                array.insert(row, at: place)
                packed.insert(row, at: place)
            default:
                array.append(row)
                packed.append(row)
            }
            #expect(packed.elementsEqual(array))
        }
        array.removeAll { $0.scaleCode == "b" }
        packed.removeAll { $0.scaleCode == "b" }
        #expect(packed.elementsEqual(array))
    }

    private struct SplitMix {
        var state: UInt64

        mutating func below(_ bound: UInt64) -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return (z ^ (z >> 31)) % bound
        }
    }
}
