import Testing
import Metrics

@Suite struct EventWeightsTests {
    private let moment = EventMoment(atRisk: 16, survivalBefore: 0.75, petoSurvival: 0.7)

    @Test func weights() {
        #expect(EqualWeights().weight(moment) == 1 && AtRiskWeights().weight(moment) == 16)
        #expect(RootAtRiskWeights().weight(moment) == 4 && PetoWeights().weight(moment) == 0.7)
        #expect(FlemingHarringtonWeights().weight(moment) == 0.75)
        #expect(abs(FlemingHarringtonWeights(p: 0.5, q: 2).weight(moment) - 0.75.squareRoot() / 16) < 1e-16)
    }
}
