/// One thing that is tried on a core.
struct ConformanceCheck: Sendable {
    let name: String
    /// What is tried, as a sentence that holds when it passes.
    let tried: String
    /// Why it cannot be tried on this core; `nil` = it can.
    var obstacle: @Sendable (ConformanceSubject) -> String? = { _ in nil }
    let makeCase: @Sendable (ConformanceSubject, UInt64) -> ConformanceCase
    /// What is wrong, or `nil`. What the core throws is wrong as well.
    let violation: @Sendable (ConformanceSubject, ConformanceCase) async throws -> String?

    /// Cases come from seeds 1...cases; the first that fails is made smaller as long as it still fails.
    func run(on subject: ConformanceSubject, cases: Int) async throws -> ConformanceReport.Check {
        var check = ConformanceReport.Check(name: name, tried: tried, outcome: .passed(cases: cases))
        if let reason = obstacle(subject) {
            check.outcome = .notApplicable(reason: reason)
            return check
        }
        for seed in 1...UInt64(max(1, cases)) {
            let example = makeCase(subject, seed)
            guard let problem = try await problem(subject, example) else { continue }
            let (smallest, itsProblem) = try await shrunk(example, problem, subject)
            check.outcome = .failed(problem: itsProblem, example: "\(smallest)")
            break
        }
        return check
    }

    private func problem(_ subject: ConformanceSubject, _ example: ConformanceCase) async throws -> String? {
        do {
            return try await violation(subject, example)
        } catch let error as CancellationError {
            throw error
        } catch {
            return "\(error)"
        }
    }

    /// Leaves out one place or participant after another, while it still fails.
    private func shrunk(_ example: ConformanceCase, _ problem: String, _ subject: ConformanceSubject) async throws -> (ConformanceCase, String) {
        var smallest = (example, problem)
        var tries = 0
        var isSmaller = true
        while isSmaller {
            isSmaller = false
            let candidates =
                smallest.0.requests.indices.reversed().map { smallest.0.without(request: $0) }
                + smallest.0.market.workplaces.indices.reversed().map { smallest.0.without(place: $0) }
            for candidate in candidates where tries < 100 {
                tries += 1
                if let problem = try await self.problem(subject, candidate) {
                    smallest = (candidate, problem)
                    isSmaller = true
                    break
                }
            }
        }
        return smallest
    }
}
