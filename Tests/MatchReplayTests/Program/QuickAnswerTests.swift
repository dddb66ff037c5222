import Cohort
import Foundation
import Testing

@testable import MatchReplay

/// The quick reader and the careful reader must never read a line differently.
struct QuickAnswerTests {
    private static let index = PlaceIndex(
        ["p1", "22", "b\u{E9}ta", "be\u{301}ta", "long-id-of-a-place-0123456789"].map {
            Workplace(workplaceId: $0, workKind: "paid", activeFrom: Day(number: 0))
        })

    private static func careful(_ line: [UInt8]) -> AnswerLine? {
        try? AnswerLine(line[...], places: index, moment: .batch(1))
    }

    @Test func theUsualAnswerIsReadQuickly() throws {
        for text in [
            #"{"number":1,"places":["p1","22"],"distances":[0.5,0.75]}"#, #" { "distances" : [ ] , "places" : [] , "number" : 12 } "#,
            #"{"places":["béta","béta","long-id-of-a-place-0123456789"],"number":0,"distances":[1e-05,-0,0.1234567890123456789,12345678901234567890,1E+3,2.5e-310]}"#,
        ] {
            let line = Array(text.utf8)
            let quick = try #require(QuickAnswer.read(line, 0..<line.count, places: Self.index))
            #expect(quick == Self.careful(line))
        }
    }

    @Test func equalIdsUnderUnicodeAreTwoPlaces() throws {
        let line = Array(#"{"number":1,"places":["b\#u{E9}ta","be\#u{301}ta"],"distances":[1,2]}"#.utf8)
        #expect(QuickAnswer.read(line, 0..<line.count, places: Self.index)?.places == [2, 3])
    }

    /// Every double comes back with the same bits, whichever way it is written.
    @Test func distancesKeepTheirBits() throws {
        var generator = TestGenerator(seed: 1)
        for _ in 0..<20_000 {
            let exact = Double(bitPattern: generator.next() & 0x7FFF_FFFF_FFFF_FFFF)
            let value = generator.next() % 2 == 0 ? exact : Double(Int.random(in: 0...10_000_000, using: &generator)) / 1_000
            guard value.isFinite else { continue }
            for text in ["\(value)", String(format: "%.17g", value), String(format: "%.25g", value)] {
                let line = Array(#"{"number":1,"places":["p1"],"distances":[\#(text)]}"#.utf8)
                #expect(QuickAnswer.read(line, 0..<line.count, places: Self.index)?.distances.first?.bitPattern == value.bitPattern)
            }
        }
    }

    /// Lines with bytes changed, removed and doubled at random.
    @Test func damagedLinesAreReadAlikeOrLeftToTheCarefulReader() {
        let whole = Array(#"{"number":17,"places":["p1","22","béta"],"distances":[0.5,12e-1,3.25]}"#.utf8)
        let alphabet = Array(#"{}[]",:\ 0123456789.eE+-pnNaI"#.utf8)
        var read = 0
        for seed in 1...20_000 as ClosedRange<UInt64> {
            var generator = TestGenerator(seed: seed)
            var line = whole
            for _ in 0...Int.random(in: 0...2, using: &generator) {
                let position = Int.random(in: 0..<line.count, using: &generator)
                switch Int.random(in: 0...3, using: &generator) {
                case 0: line.remove(at: position)
                case 1: line.insert(line[position], at: position)
                default: line[position] = alphabet.randomElement(using: &generator) ?? 0
                }
            }
            guard let quick = QuickAnswer.read(line, 0..<line.count, places: Self.index) else { continue }
            read += 1
            #expect(quick == Self.careful(line), "\(String(decoding: line, as: UTF8.self))")
        }
        #expect(read > 500, "only \(read) damaged lines could still be read")
    }

    @Test func aNumberBeyondTheDoublesIsNotFinite() throws {
        let line = Array(#"{"number":1,"places":["p1"],"distances":[1e999]}"#.utf8)
        #expect(QuickAnswer.read(line, 0..<line.count, places: Self.index)?.distances == [.infinity])
        for text in ["1e999", "NaN", "-Infinity"] {
            let line = Array(#"{"number":4,"places":["p1"],"extra":0,"distances":[\#(text)]}"#.utf8)
            #expect(throws: ProgramError.Problem.notFinite(request: 4)) { try AnswerLine(line[...], places: Self.index, moment: .batch(1)) }
        }
    }
}
