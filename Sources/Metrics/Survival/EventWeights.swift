import RealModule

/// How much a comparison of hazards counts each event time.
public protocol EventWeights: Sendable {
    static var method: String { get }
    static var citation: String { get }

    init()

    func weight(_ moment: EventMoment) -> Double
}

/// The pooled groups at one event time.
public struct EventMoment: Sendable {
    /// People at risk just before.
    public let atRisk: Double
    /// Pooled Kaplan-Meier just before this time.
    public let survivalBefore: Double
    /// Product of 1 - d/(n + 1) up to and including this time, which Peto and Peto weigh by.
    public let petoSurvival: Double

    public init(atRisk: Double, survivalBefore: Double, petoSurvival: Double) {
        self.atRisk = atRisk
        self.survivalBefore = survivalBefore
        self.petoSurvival = petoSurvival
    }
}

/// Every event time alike: the log-rank test (Mantel 1966).
public struct EqualWeights: EventWeights {
    public static let method = "log_rank"
    public static let citation = "Mantel (1966), Cancer Chemotherapy Reports 50:163-170; Peto and Peto (1972), JRSS A 135:185-207"
    public init() {}
    public func weight(_ moment: EventMoment) -> Double { 1 }
}

/// By the number at risk: Gehan's generalised Wilcoxon test (also Breslow's). Early differences count most, and censoring
/// changes what is tested.
public struct AtRiskWeights: EventWeights {
    public static let method = "gehan_wilcoxon"
    public static let citation = "Gehan (1965), Biometrika 52:203-223; Breslow (1970), Biometrika 57:579-594"
    public init() {}
    public func weight(_ moment: EventMoment) -> Double { moment.atRisk }
}

/// By the root of the number at risk (Tarone and Ware 1977).
public struct RootAtRiskWeights: EventWeights {
    public static let method = "tarone_ware"
    public static let citation = "Tarone and Ware (1977), Biometrika 64:156-160"
    public init() {}
    public func weight(_ moment: EventMoment) -> Double { moment.atRisk.squareRoot() }
}

/// By the pooled survival in Peto's form: early differences count most, whatever the censoring.
public struct PetoWeights: EventWeights {
    public static let method = "peto_peto"
    public static let citation = "Peto and Peto (1972), JRSS A 135:185-207"
    public init() {}
    public func weight(_ moment: EventMoment) -> Double { moment.petoSurvival }
}

/// By S^p (1 - S)^q of the pooled survival just before the time (Fleming and Harrington): q > 0 for late differences.
public struct FlemingHarringtonWeights: EventWeights {
    public static let method = "fleming_harrington"
    public static let citation = "Fleming and Harrington (1991), Counting Processes and Survival Analysis"
    public let p: Double
    public let q: Double

    /// p = 1, q = 0.
    public init() { self.init(p: 1, q: 0) }

    public init(p: Double, q: Double) {
        self.p = p
        self.q = q
    }

    public func weight(_ moment: EventMoment) -> Double {
        power(moment.survivalBefore, p) * power(1 - moment.survivalBefore, q)
    }

    private func power(_ base: Double, _ exponent: Double) -> Double {
        exponent == 0 ? 1 : exponent == 1 ? base : Double.pow(base, exponent)
    }
}

public typealias LogRank = WeightedLogRank<EqualWeights>
public typealias GehanWilcoxon = WeightedLogRank<AtRiskWeights>
public typealias TaroneWare = WeightedLogRank<RootAtRiskWeights>
public typealias PetoPeto = WeightedLogRank<PetoWeights>
public typealias FlemingHarrington = WeightedLogRank<FlemingHarringtonWeights>
