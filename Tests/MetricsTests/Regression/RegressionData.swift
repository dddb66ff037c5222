import Metrics

/// The invented people of Reference.regressionPeople as columns.
struct RegressionData {
    let x1 = Reference.regressionPeople.map { $0[0] }
    let x2 = Reference.regressionPeople.map { $0[1] }
    let group = Reference.regressionPeople.map { $0[2] }
    let cluster = Reference.regressionPeople.map { Int($0[3]) }
    let y = Reference.regressionPeople.map { $0[4] }
    let success = Reference.regressionPeople.map { $0[5] == 1 }

    /// The models of the reference tables, by number.
    var models: [[[Double]]] {
        [[x1], [x1, x2], [x1, x2, group], [x1, group, zip(x1, group).map { $0 * $1 }]]
    }
}
