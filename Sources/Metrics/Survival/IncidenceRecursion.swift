/// Aalen and Johansen's incidence of one exit beside others, carried from one time to the next with the Greenwood-type covariance of
/// (survival, incidence).
///
/// The whole-day curve of the audit and the general one of `AalenJohansen` take the same steps, so they cannot drift apart.
struct IncidenceRecursion {
    /// Share with no exit of any kind.
    private(set) var survival = 1.0
    private(set) var incidence = 0.0
    private(set) var incidenceVariance = 0.0
    private var survivalVariance = 0.0
    private var covariance = 0.0
    private var othersLeft = 0.0

    /// One time with exits: `events` of the exit in question and `competing` others out of `atRisk`.
    mutating func step(atRisk: Double, events: Double, competing: Double) {
        let hazard = (events + competing) / atRisk
        let eventHazard = events / atRisk
        let stay = (atRisk - events - competing) / atRisk
        // Linear propagation: (S, F) becomes (S stay, F + S eventHazard), plus multinomial noise of these exits.
        let noise = survival * survival / atRisk
        incidenceVariance += 2 * eventHazard * covariance + eventHazard * eventHazard * survivalVariance
            + noise * eventHazard * (1 - eventHazard)
        covariance = stay * (covariance + eventHazard * survivalVariance) - noise * eventHazard * stay
        survivalVariance = stay * stay * survivalVariance + noise * hazard * stay
        othersLeft += competing
        incidence += survival * eventHazard
        survival *= stay
        // As long as nobody left otherwise the two are complements, and an incidence of 1 must be exactly 1.
        if othersLeft == 0 { incidence = 1 - survival }
    }
}
