import Cohort

extension ConformanceSubject {
    /// A program, started once to hear what it claims, and then once for every question.
    /// - Parameter scales: those that the program knows; without them it is asked about made-up ones.
    /// - Throws: ``ProgramError`` when it does not even answer a handshake.
    public init(_ program: ProgramCore, scales: [Scale] = ConformanceSubject.madeUpScales) async throws {
        self.init(name: "", version: "", claims: CoreClaims(), scales: scales) { _, _, _ in [] }
        let scaling = scaling
        let greeting = try await program.lists(for: [], market: Market(scales: scales, workplaces: [], profiles: []), scaling: scaling, top: nil)
        (name, version, claims) = (greeting.run.handshake.name, greeting.run.handshake.version, greeting.run.handshake.claims)
        lists = { requests, market, top in
            try await program.lists(for: requests, market: market, scaling: scaling, top: top).lists
        }
    }
}
