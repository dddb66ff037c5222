import Cohort
import Intake

/// How somebody is tested: a first sitting before the first list, sometimes one that was not finished, corrected or done again.
struct TestHistory {
    private(set) var assessments: [AssessmentRecord] = []
    private(set) var scores: [AssessmentScoreRecord] = []
    /// Which assessment a list on a given day is made from: the latest that was finished by then.
    private var finished: [(on: Day, assessment: Int)] = []
    private let resident: Resident
    private let shift: Double
    private var draw: Draw
    private let seed: UInt64

    init(_ resident: Resident, seed: UInt64, planted: Set<PlantedEffect>) {
        self.resident = resident
        self.seed = seed
        let shifted = planted.contains(.testLanguageShift) && Population.shiftedLanguages.contains(resident.language)
        shift = shifted ? Population.languageDifference : 0
        draw = Draw(seed: seed, .testing, resident.number)

        let day = resident.firstRunOn + -draw.integer(in: 3...14)
        let gaveUp = draw.chance(0.045)
        if gaveUp {
            sit(on: day + -draw.integer(in: 3...6), finishes: false)
            // A third of those never come back: they are in the figures as people without a list.
            if draw.chance(0.33) { return }
        }
        sit(on: day, finishes: true)
        if draw.chance(0.03) { correct() }
    }

    var hasFinished: Bool { !finished.isEmpty }

    mutating func sitAgain(on day: Day) { sit(on: day, finishes: true) }

    /// The assessment that a list on `day` is made from, with its scores.
    func latest(on day: Day) -> (key: String, scores: [String: Double])? {
        guard let index = finished.last(where: { $0.on <= day })?.assessment else { return nil }
        let key = assessments[index].assessmentId
        let own = scores.filter { $0.assessmentId == key }.compactMap { row in row.score.map { (row.scaleCode, $0) } }
        return (key, Dictionary(own, uniquingKeysWith: { first, _ in first }))
    }

    private mutating func sit(on day: Day, finishes: Bool) {
        let key = "A\(resident.key.dropFirst())-\(assessments.count + 1)"
        var assessment = AssessmentRecord(assessmentId: key, participantId: resident.key, testLanguage: resident.language)
        assessment.supplier = "demonstration"
        assessment.batteryVersion = "4.1"
        assessment.normVersion = draw.known("2024", unknown: 0.05)
        // The form belongs to the person; that it was not written down belongs to the sitting.
        assessment.mode = draw.known(resident.mode, unknown: 0.02)
        assessment.startedOn = draw.known(day, unknown: 0.02)
        assessment.completedOn = finishes ? day + (draw.chance(0.1) ? 1 : 0) : nil
        assessment.completeness = finishes ? (draw.chance(0.85) ? 1 : 0.9375) : Double(draw.integer(in: 3...11)) / 16
        assessment.qualityFlag = draw.pick([(nil, 0.935), ("straight_lining", 0.025), ("too_fast", 0.025), ("social_desirability", 0.015)]) ?? nil
        if let completed = assessment.completedOn { finished.append((completed, assessments.count)) }
        measure(key, finishes: finishes)
        assessments.append(assessment)
    }

    private mutating func measure(_ key: String, finishes: Bool) {
        var error = Draw(seed: seed, .sitting, resident.number * 16 + assessments.count)
        for (position, dimension) in TestBattery.dimensions.enumerated() {
            let bias = dimension.code == TestBattery.verbal ? shift : 0
            let score = TestBattery.reported((resident.trueScores[dimension.code] ?? 0) + bias + TestBattery.standardError * error.normal())
            let missing = error.chance(0.03), absent = error.chance(0.3), hasError = error.chance(0.9)
            if !finishes, position > 6 { continue }
            if missing, absent { continue }
            scores.append(
                AssessmentScoreRecord(
                    assessmentId: key, scaleCode: dimension.code, score: missing ? nil : score,
                    standardError: hasError ? TestBattery.standardError : nil))
        }
    }

    /// A slip was found: the first assessment stays on file, superseded, and a corrected one comes weeks later.
    private mutating func correct() {
        guard let wrong = finished.last?.assessment, let completed = assessments[wrong].completedOn else { return }
        let corrected = completed + draw.integer(in: 10...40)
        guard corrected < Calendar.last else { return }
        let key = assessments[wrong].assessmentId
        if let slip = scores.firstIndex(where: { $0.assessmentId == key && $0.scaleCode != TestBattery.verbal && $0.score != nil }) {
            scores[slip].score = TestBattery.reported(100 - (scores[slip].score ?? 0))
        }
        sit(on: corrected, finishes: true)
        assessments[wrong].supersededBy = assessments.last?.assessmentId
    }
}
