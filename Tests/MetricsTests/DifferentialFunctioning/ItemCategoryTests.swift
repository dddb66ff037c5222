import Testing
import Metrics

@Suite struct ItemCategoryTests {
    @Test(arguments: [
        (0.99, 0.1, 0.001, ItemCategory.negligible), (-3, 2, 0.13, .negligible), (2, 0.3, 0.05, .negligible), (1, 0.2, 0.001, .moderate),
        (-1.49, 0.1, 1e-9, .moderate), (1.5, 0.3, 0.001, .large), (-1.5, 0.31, 0.001, .moderate), (-2.5, 0.9, 0.006, .large),
    ])
    func theRuleOfTheService(_ dDIF: Double, _ standardError: Double, _ p: Double, _ expected: ItemCategory) {
        #expect(ItemCategory(dDIF: dDIF, standardError: standardError, pValue: p) == expected)
    }
}
