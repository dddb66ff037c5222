import RealModule

/// The real cube root, of negative numbers too.
enum CubeRoot {
    static func of(_ x: Double) -> Double { Double.root(x, 3) }
}
