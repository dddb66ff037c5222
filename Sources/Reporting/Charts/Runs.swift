/// A value that is missing breaks a line: what lies between two points that are not neighbours is not known.
enum Runs {
    /// Neighbouring elements that have a value, in order; where one is missing a new run begins.
    static func of<Element, Value>(_ elements: [Element], _ value: (Element) -> Value?) -> [[Value]] {
        var runs: [[Value]] = [[]]
        for element in elements {
            if let value = value(element) {
                runs[runs.count - 1].append(value)
            } else if !runs[runs.count - 1].isEmpty {
                runs.append([])
            }
        }
        return runs.filter { !$0.isEmpty }
    }
}
