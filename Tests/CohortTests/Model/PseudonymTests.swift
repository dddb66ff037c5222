import Cohort
import Testing

@Suite struct PseudonymTests {
    @Test func bytesComeBackAndOrderIsThatOfBytes() throws {
        let low = try #require(Pseudonym((0..<16).map { UInt8($0) })), high = try #require(Pseudonym((0..<16).map { UInt8(255 - $0) }))
        #expect(low.bytes == Array(0..<16))
        #expect(low < high)
        #expect(Pseudonym([1, 2, 3]) == nil)
    }
}
