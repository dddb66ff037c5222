import Testing

@testable import Metrics

@Suite struct CubeRootTests {
    @Test(arguments: [(27.0, 3.0), (-8, -2), (0, 0), (1e-30, 1e-10), (-1e300, -1e100)])
    func isTheRealRoot(_ value: Double, _ root: Double) { #expect(abs(CubeRoot.of(value) - root) <= 1e-14 * abs(root)) }
}
