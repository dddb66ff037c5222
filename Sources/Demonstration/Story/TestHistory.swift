import Cohort
import Intake

/// How somebody is tested: a first sitting before the first list, sometimes one that was not finished, corrected or done again.
struct TestHistory {
    private(set) var assessments: [AssessmentRecord] = []
    private(set) var scores: [AssessmentScoreRecord] = []
    /// One entry per finished assessment.
    private var finished: [(on: Day, assessment: Int)] = []
    /// The first row of each assessment in `scores`.
    private var firstScore: [Int] = []
    private let resident: Resident
    private let planted: Planting
    private var draw: Draw
    private let seed: UInt64

    /// In how many of 100 first tests something is later found to be wrong.
    private static let wrong = 0.2

    init(_ resident: Resident, seed: UInt64, planted: Planting) {
        self.resident = resident
        self.seed = seed
        self.planted = planted
        draw = Draw(seed: seed, .testing, resident.number)

        let day = resident.firstRunOn + -draw.integer(in: 3...14)
        let gaveUp = draw.chance(0.045)
        if gaveUp {
            sit(on: day + -draw.integer(in: 3...6), finishes: false)
            // A third of those never come back: they are in the figures as people without a list.
            if draw.chance(0.33) { return }
        }
        sit(on: day, finishes: true)
        if draw.chance(Self.wrong) { correct() }
    }

    var hasFinished: Bool { !finished.isEmpty }

    mutating func sitAgain(on day: Day) { sit(on: day, finishes: true) }

    /// The assessment that a list on `day` is made from, with its scores: the latest that was finished by then.
    func latest(on day: Day) -> (assessment: AssessmentRecord, scores: [String: Double])? {
        guard let index = finished.filter({ $0.on <= day }).max(by: { ($0.on, $0.assessment) < ($1.on, $1.assessment) })?.assessment else { return nil }
        let end = index + 1 < firstScore.count ? firstScore[index + 1] : scores.count
        let own = scores[firstScore[index]..<end].compactMap { row in row.score.map { (row.scaleCode, $0) } }
        return (assessments[index], Dictionary(own, uniquingKeysWith: { first, _ in first }))
    }

    /// What was on file on the last day of the data: no sitting that came later, and no word of it.
    func onFile(until last: Day) -> (assessments: [AssessmentRecord], scores: ArraySlice<AssessmentScoreRecord>) {
        // Only a correction can come later than the last list, and the sittings after it follow the lists.
        let later = Set(assessments.filter { ($0.completedOn ?? last) > last }.map(\.assessmentId))
        guard !later.isEmpty else { return (assessments, scores[...]) }
        let known = assessments.filter { !later.contains($0.assessmentId) }.map { assessment in
            var assessment = assessment
            if let correction = assessment.supersededBy, later.contains(correction) { assessment.supersededBy = nil }
            return assessment
        }
        return (known, scores.filter { !later.contains($0.assessmentId) }[...])
    }

    private mutating func sit(on day: Day, finishes: Bool) {
        let key = "A\(resident.key.dropFirst())-\(assessments.count + 1)"
        var assessment = AssessmentRecord(assessmentId: key, participantId: resident.key, testLanguage: resident.language)
        assessment.supplier = "demonstration"
        let renewed = (planted[.driftingTestVersion]?.from ?? PlantedEffect.driftingTestVersion.standard.from).first
        assessment.batteryVersion = day < renewed ? TestBattery.versions.0 : TestBattery.versions.1
        assessment.normVersion = draw.known("2024", unknown: 0.05)
        // The form belongs to the person; that it was not written down belongs to the sitting.
        assessment.mode = draw.known(resident.mode, unknown: 0.02)
        assessment.startedOn = draw.known(day, unknown: 0.02)
        assessment.completedOn = finishes ? day + (draw.chance(0.1) ? 1 : 0) : nil
        assessment.completeness = finishes ? (draw.chance(0.85) ? 1 : 0.9375) : Double(draw.integer(in: 3...11)) / 16
        assessment.qualityFlag = draw.pick([(nil, 0.935), ("straight_lining", 0.025), ("too_fast", 0.025), ("social_desirability", 0.015)]) ?? nil
        if let completed = assessment.completedOn { finished.append((completed, assessments.count)) }
        measure(key, on: day, finishes: finishes)
        assessments.append(assessment)
    }

    private mutating func measure(_ key: String, on day: Day, finishes: Bool) {
        var error = Draw(seed: seed, .sitting, resident.number * 16 + assessments.count)
        let shift = MeasurementError.verbal(of: resident, on: day, planted: planted)
        firstScore.append(scores.count)
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

    /// A slip was found: the first assessment stays on file, superseded, and a corrected one comes weeks later, after a list was made from the
    /// wrong one.
    private mutating func correct() {
        guard let wrong = finished.last?.assessment, let completed = assessments[wrong].completedOn else { return }
        var corrected = max(completed + draw.integer(in: 10...40), resident.firstRunOn + 3)
        if resident.record.educationLevel == "low", let days = planted.size(of: .lingeringProfiles, on: completed) {
            corrected = corrected + Int(days.rounded())
        }
        let key = assessments[wrong].assessmentId
        if let slip = scores.firstIndex(where: { $0.assessmentId == key && $0.scaleCode != TestBattery.verbal && $0.score != nil }) {
            scores[slip].score = TestBattery.reported(100 - (scores[slip].score ?? 0))
        }
        sit(on: corrected, finishes: true)
        assessments[wrong].supersededBy = assessments.last?.assessmentId
    }
}
