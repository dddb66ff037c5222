import Testing
import Metrics

@Suite struct UndefinedTests {
    @Test(arguments: [
        Undefined.noObservations, .tooFewObservations(needed: 2), .zeroVariance, .zeroDenominator, .nobodyAtRisk,
        .noInformativeStratum, .tooFewStrata(needed: 2), .tooFewStudies(needed: 5), .notFinite, .outsideRange, .unequalLengths, .noSamplingModel, .tooFewReplicates(needed: 3), .perfectSeparation,
        .noOverlap, .collinear, .notConverged,
    ])
    func everyReasonIsOneSentence(_ undefined: Undefined) {
        #expect(undefined.reason.hasSuffix("."))
        #expect(undefined.reason.filter { $0 == "." }.count == 1)
        #expect(undefined.reason.first?.isUppercase == true)
    }

    @Test func theReasonNamesTheNumberNeeded() {
        #expect(Undefined.tooFewObservations(needed: 7).reason.contains("7"))
    }
}
