import Cohort

/// How far the verbal scale measures beside the truth, in T-points, for one person on one day.
enum MeasurementError {
    static func verbal(of resident: Resident, on day: Day, planted: Planting) -> Double {
        var error = 0.0
        if Population.shiftedLanguages.contains(resident.language), let size = planted.size(of: .testLanguageShift, on: day) { error -= size }
        if resident.mode == "paper", let size = planted.size(of: .testModeShift, on: day) { error -= size }
        if resident.language == "uk", let size = planted.size(of: .driftingTestVersion, on: day) { error -= size }
        if let size = planted.size(of: .intersection, on: day) {
            error += size * intersection(isWoman: resident.record.gender == "female", isOlder: resident.isOlder)
        }
        return error
    }

    /// Women of 55 and older low, and the rest so that the mean of each side is what it was: an interaction without main effects.
    private static func intersection(isWoman: Bool, isOlder: Bool) -> Double {
        let women = 0.48, older = 0.25
        return switch (isWoman, isOlder) {
        case (true, true): -1
        case (true, false): older / (1 - older)
        case (false, true): women / (1 - women)
        case (false, false): -(older / (1 - older)) * (women / (1 - women))
        }
    }
}
