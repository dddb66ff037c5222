import Cohort
import Foundation

extension Day {
    /// The day it is in UTC: the only place where the tool looks at a clock.
    static func today() -> Day { Day(number: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))) }
}
