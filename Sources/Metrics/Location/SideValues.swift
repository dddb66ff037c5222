/// The values of one side of a comparison, from which people can be left out one after the other.
package struct SideValues: Sendable {
    private var values: ArraySlice<Double>
    private var isOrdered = false

    package init(_ values: [Double]) { self.values = values[...] }

    package var count: Int { values.count }

    /// In no order that means anything.
    package var all: [Double] { Array(values) }

    /// The same values, made ready for many to leave: each is then found without a look at all the others.
    package func ordered() -> SideValues {
        if isOrdered { return self }
        var ordered = self
        ordered.values = values.sorted()[...]
        ordered.isOrdered = true
        return ordered
    }

    /// The value that lies nearest to `wanted`, the smaller of two that lie equally near; `nil` of nobody.
    package func nearest(to wanted: Double) -> Double? {
        guard isOrdered else {
            var best: (value: Double, distance: Double)?
            for value in values {
                let distance = abs(value - wanted)
                if let kept = best, (kept.distance, kept.value) <= (distance, value) { continue }
                best = (value, distance)
            }
            return best?.value
        }
        let above = firstIndex(atLeast: wanted)
        guard above > values.startIndex else { return values.first }
        let below = values[above - 1]
        return above < values.endIndex && values[above] - wanted < wanted - below ? values[above] : below
    }

    /// Without one person who has this value.
    package func without(_ value: Double) -> SideValues {
        var fewer = self
        guard let index = isOrdered ? firstIndex(atLeast: value) : values.firstIndex(of: value), index < values.endIndex, values[index] == value
        else { return self }
        // At either end nothing has to be moved, and those are the ones that weigh most.
        if index == values.startIndex {
            fewer.values = values.dropFirst()
        } else if index == values.endIndex - 1 {
            fewer.values = values.dropLast()
        } else {
            fewer.values.remove(at: index)
        }
        return fewer
    }

    /// Of values in order, where those that are no smaller begin.
    private func firstIndex(atLeast wanted: Double) -> Int {
        var (low, high) = (values.startIndex, values.endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if values[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
