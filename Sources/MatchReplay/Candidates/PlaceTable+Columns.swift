extension PlaceTable {
    /// The same table of some of its places, in their order.
    func columns(_ places: [Int]) -> PlaceTable {
        let scales = count == 0 ? 0 : targets.count / count
        func pick(_ table: [Double]) -> [Double] { (0..<scales).flatMap { scale in places.map { table[scale * count + $0] } } }
        return PlaceTable(count: places.count, targets: pick(targets), weights: pick(weights))
    }

    private init(count: Int, targets: [Double], weights: [Double]) {
        self.count = count
        self.targets = targets
        self.weights = weights
    }
}
