extension Thresholds {
    /// The limits of one metric: its own, or else those of its indicator; `nil` when nobody set any.
    func limits(of indicator: String, metric: String) -> IndicatorLimits? {
        indicators["\(indicator).\(metric)"] ?? indicators[indicator]
    }

    /// A parameter that an indicator declares: as people set it, or the catalogue's proposal where the indicator has no limits at all
    /// (its figures are then described and not judged).
    func parameter(_ name: String, of indicator: String) -> Double {
        if let limit = indicators[indicator]?.parameters[name] { return limit.value }
        let declared = Catalogue.all.first { $0.id == indicator }?.about.parameters.first { $0.name == name }
        precondition(declared != nil, "\(indicator) declares no parameter \(name)")
        return declared?.value ?? 0
    }
}
