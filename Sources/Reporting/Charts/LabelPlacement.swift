/// Places for labels that would touch if each stood where it belongs.
enum LabelPlacement {
    /// Moves centres as little as the room between top and bottom allows until none touch; their order stays.
    static func apart(_ wanted: [Double], heights: [Double], top: Double, bottom: Double) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var places = wanted
        var free = top
        for index in order {
            places[index] = max(wanted[index], free + heights[index] / 2)
            free = places[index] + heights[index] / 2
        }
        var limit = bottom
        for index in order.reversed() {
            places[index] = min(places[index], limit - heights[index] / 2)
            limit = places[index] - heights[index] / 2
        }
        return places
    }
}
