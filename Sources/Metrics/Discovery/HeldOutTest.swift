/// Tests on the held-out half the groups that the other half proposed.
package struct HeldOutTest {
    package let test: [Int]
    package let outcomes: [Double]
    package let bounded: Bool
    package let falseDiscoveryRate: Double

    package init(test: [Int], outcomes: [Double], bounded: Bool, falseDiscoveryRate: Double) {
        self.test = test
        self.outcomes = outcomes
        self.bounded = bounded
        self.falseDiscoveryRate = falseDiscoveryRate
    }

    /// Parallel to `proposals`; nil where the held-out half gives no comparison. Such a group stays in the family with p = 1, so that
    /// it can neither pass nor make it easier for another to pass.
    package func findings(_ proposals: [(difference: Double, isMember: [Bool])]) throws(Undefined) -> [DiscoveryFinding?] {
        var compared: [(any GroupDifference)?] = []
        var pValues: [Double] = []
        for proposal in proposals {
            let difference = try? Means.difference(
                group: test.filter { proposal.isMember[$0] }.map { outcomes[$0] },
                reference: test.filter { !proposal.isMember[$0] }.map { outcomes[$0] }, bounded: bounded)
            compared.append(difference)
            pValues.append(difference.map { Self.oneSided($0, proposed: proposal.difference) } ?? 1)
        }
        let adjusted = try BenjaminiHochberg(pValues: pValues, q: falseDiscoveryRate)
        return proposals.indices.map { index in
            compared[index].map {
                DiscoveryFinding(
                    proposedDifference: proposals[index].difference, difference: $0, pAdjusted: adjusted.adjusted[index],
                    isDiscovery: adjusted.selected[index])
            }
        }
    }

    /// The chance of a difference at least this far in the direction that was proposed.
    private static func oneSided(_ difference: any GroupDifference, proposed: Double) -> Double {
        let half = difference.pValue / 2
        return difference.estimate * proposed > 0 ? half : 1 - half
    }
}
