import Testing
import Metrics

@Suite struct TiePropertyTests {
    @Test func gifts() throws {
        try Property.check(
            "tie audit: what one place gains others lose; nothing without ties, whatever the rule", cases: 15_000,
            subject: { (distances: DistanceMatrix, rule: TieRule, depth: Int) in
                try TieAudit(distances, ties: rule, discount: .logarithmic, depth: depth)
            },
            // Depth plus one: the place below the cut counts too.
            planted: { try TieAudit($0, ties: $1, discount: .logarithmic, depth: $2 + 1) },
            generate: { random in
                let (people, places) = (1 + random.index(below: 3), 1 + random.index(below: 5))
                let values = (0..<(people * places)).map { _ in Double(random.index(below: 4)) }
                let rule: TieRule = random.index(below: 2) == 0 ? .lowerIndexFirst : .shuffled(seed: 3)
                return (try DistanceMatrix(participants: people, workplaces: places, values: values), rule, 1 + random.index(below: places))
            },
            interesting: { example in example.0.workplaces > 2 && Set(example.0.values.prefix(example.0.workplaces)).count < example.0.workplaces },
            holds: { example, audit in
                let (distances, rule, depth) = example
                let result = try audit(distances, rule, depth)
                var attention = 0.0
                for rank in 1...depth { attention += Discount.logarithmic.weight(rank: rank) }
                let total = attention * Double(distances.participants)
                return abs(result.gifts.reduce(0, +)) < 1e-12 && result.estimate >= 0 && result.estimate <= 1
                    && abs(result.given.reduce(0, +) - total) < 1e-12 && abs(result.expected.reduce(0, +) - total) < 1e-12
                    && (result.tiedLists > 0 || result.gifts.allSatisfy { $0 == 0 }) && result.cutLists <= result.tiedLists
            })
    }
}
