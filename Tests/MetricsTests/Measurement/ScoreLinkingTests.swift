import Testing
import Metrics

@Suite struct ScoreLinkingTests {
    private let x = [8.0, 10, 12, 14, 16]
    private let y = [11.0, 13, 14, 17, 20]

    @Test func onlyTheBasisOfTheDesignMakesAnEquating() throws {
        func mean(_ basis: LinkingBasis) throws -> LinkingInterpretation { try MeanLinking(from: x, to: y, basis: basis).linked(12).interpretation }
        #expect(try mean(.equivalentGroups(evidence: "forms handed out in turn")) == .equating)
        #expect(try mean(.equivalentGroups(evidence: "  ")) == .sensitivity)
        #expect(try mean(.commonAnchor(evidence: "figural scale")) == .sensitivity)
        #expect(try mean(.none) == .sensitivity)
        let pairs = zip(x, y).map { (score: $0, anchor: $1) }
        func chained(_ basis: LinkingBasis) throws -> LinkingInterpretation {
            try ChainedLinearLinking(from: pairs, to: pairs, basis: basis).linked(12).interpretation
        }
        #expect(try chained(.commonAnchor(evidence: "figural scale")) == .equating)
        #expect(try chained(.commonAnchor(evidence: "")) == .sensitivity)
        #expect(try chained(.equivalentGroups(evidence: "forms handed out in turn")) == .sensitivity)
    }

    @Test func theMethodIsThatOfTheLink() throws {
        #expect(LinkedScore<LinearLinking>.method == "linear_linking")
        #expect(try LinearLinking(from: x, to: y, basis: .none).linked(3).count == 10)
    }
}
