import Testing
import Metrics

@Suite struct ExitTests {
    @Test func equalWhenDayAndKindAre() {
        #expect(Exit(days: 3, kind: .event) == Exit(days: 3, kind: .event))
        #expect(Exit(days: 3, kind: .event) != Exit(days: 3, kind: .censored))
        #expect(Exit(days: 3, kind: .event) != Exit(days: 4, kind: .event))
    }
}
