import Cohort

extension Inventory {
    /// What is wrong with the id of an indicator that somebody wrote down; `nil` when it is one.
    static func problem(ofIndicator id: String) -> String? {
        indicatorIDs.contains(id) ? nil : "\"\(id)\" is no indicator\(Spelling.suggestion(for: id, among: indicatorIDs)); they are M1 to M30"
    }
}
