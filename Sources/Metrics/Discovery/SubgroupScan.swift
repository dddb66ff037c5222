/// Looks for groups, defined by one to three attributes together, whose mean outcome differs from everybody else's.
///
/// One half of the participants proposes (every combination whose difference there has p <= `screeningLevel`; a combination is
/// dropped when a more general proposal differs at least as much in the same direction); the other half tests the proposals, with
/// the false discovery rate controlled over them (Benjamini and Hochberg). The same search on shuffled outcomes says how much of
/// it chance alone would give. A search finds where to look; it never shows that there is nothing.
public struct SubgroupScan: Sendable {
    public static let method = "subgroup_scan_split_sample"
    public static let citation = "Zhang and Neill (2016), arXiv:1611.08292 (scan over subgroups); Cox (1975), Biometrika 62:441-444 (splitting)"

    /// How a scan is done.
    public struct Design: Sendable {
        /// Most conditions of a group, 1 to 3.
        public var depth = 2
        /// Fewest people inside and outside a group, in each half.
        public var minimumSize = 10
        public var screeningLevel = 0.10
        public var falseDiscoveryRate = 0.10
        public var shuffles = 200
        public var seed: UInt64

        public init(seed: UInt64) {
            self.seed = seed
        }
    }

    public struct Finding: Sendable {
        public let subgroup: Subgroup
        public let finding: DiscoveryFinding
    }

    public let design: Design
    /// People looked at.
    public let count: Int
    /// Combinations large enough to be looked at.
    public let examined: Int
    /// Proposals of the first half, by adjusted p; those with `isDiscovery` were confirmed by the second.
    public let findings: [Finding]
    /// Proposals for which the second half gives no comparison (nobody varies).
    public let undefined: [Subgroup]
    public let shuffled: ShuffledDiscoveries

    public var discoveries: [Finding] { findings.filter(\.finding.isDiscovery) }

    /// - Parameters:
    ///   - keys: one per participant.
    ///   - attributes: per attribute one code per participant; negative = unknown, which forms no group.
    ///   - outcomes: one value per participant; `bounded` when they lie in [0, 1].
    /// - Throws: `noObservations`, `unequalLengths`, `notFinite`, `outsideRange` for a depth outside 1...3, a minimum size below 2 or a
    ///   rate outside [0, 1].
    public init(
        keys: [UInt64], attributes: [[Int]], outcomes: [Double], bounded: Bool, design: Design
    ) throws(Undefined) {
        guard !keys.isEmpty else { throw .noObservations }
        guard outcomes.count == keys.count, attributes.allSatisfy({ $0.count == keys.count }) else { throw .unequalLengths }
        guard outcomes.allSatisfy(\.isFinite) else { throw .notFinite }
        guard (1...3).contains(design.depth), design.minimumSize >= 2, (0...1).contains(design.screeningLevel),
            (0...1).contains(design.falseDiscoveryRate) else { throw .outsideRange }
        let split = SplitSample(keys: keys, seed: design.seed)
        let subgroups = Subgroup.all(attributes: attributes, depth: design.depth, minimumSize: design.minimumSize, split: split)
        let people = subgroups.map { group in split.discovery.filter { group.isMember[$0] } }

        func search(_ outcomes: [Double]) throws(Undefined) -> (proposals: [Int], findings: [DiscoveryFinding?]) {
            let proposed = Self.proposals(outcomes, split.discovery, subgroups.map(\.subgroup), people, design.screeningLevel)
            let test = HeldOutTest(
                test: split.test, outcomes: outcomes, bounded: bounded, falseDiscoveryRate: design.falseDiscoveryRate)
            let findings = try test.findings(proposed.map { (difference: $0.difference, isMember: subgroups[$0.index].isMember) })
            return (proposed.map(\.index), findings)
        }

        let result = try search(outcomes)
        self.design = design
        count = keys.count
        examined = subgroups.count
        findings = zip(result.proposals, result.findings).compactMap { index, finding in
            finding.map { Finding(subgroup: subgroups[index].subgroup, finding: $0) }
        }.sorted { $0.finding.pAdjusted < $1.finding.pAdjusted }
        undefined = zip(result.proposals, result.findings).filter { $1 == nil }.map { subgroups[$0.0].subgroup }
        shuffled = try ShuffledDiscoveries(outcomes: outcomes, shuffles: design.shuffles, seed: design.seed) {
            (outcomes: [Double]) throws(Undefined) in
            try search(outcomes).findings.count { $0?.isDiscovery == true }
        }
    }

    /// Groups whose difference in the discovery half passes the screen and is not already told by a more general one.
    private static func proposals(
        _ outcomes: [Double], _ discovery: [Int], _ subgroups: [Subgroup], _ people: [[Int]], _ level: Double
    ) -> [(index: Int, difference: Double)] {
        let all = ScreeningSums(discovery.map { outcomes[$0] })
        var kept: [(index: Int, difference: Double)] = []
        // More general groups come first, so whatever could make one superfluous has been decided on already.
        for index in subgroups.indices {
            let inside = ScreeningSums(people[index].map { outcomes[$0] - all.centre }, centre: 0)
            guard let screened = all.screen(inside), screened.pValue <= level else { continue }
            let isTold = kept.contains { other in
                subgroups[index].isPart(of: subgroups[other.index]) && other.difference * screened.difference > 0
                    && abs(other.difference) >= abs(screened.difference)
            }
            if !isTold { kept.append((index, screened.difference)) }
        }
        return kept
    }
}
