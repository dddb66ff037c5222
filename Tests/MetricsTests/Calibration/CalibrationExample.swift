/// Row V58 of the survey.
enum CalibrationExample {
    static let predicted = [0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9]
    static let outcomes = [false, false, true, false, true, false, true, true]
}
