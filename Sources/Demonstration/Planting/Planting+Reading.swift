import Cohort

extension Planting {
    /// Reads `all`, `none`, or effects with commas between them, each with a size and a first quarter if they are to differ from the standard:
    /// `test_mode_shift,early_endings=0.2@2025-Q3`.
    public static func parse(_ text: String, system: DemonstrationSystem = .ikZoek) throws(DemonstrationError) -> Planting {
        switch text {
        case "all": return PlantedEffect.all(of: system)
        case "none": return []
        default: break
        }
        var plants: [Plant] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let plant = try plant(String(part), system: system)
            guard !plants.contains(where: { $0.effect == plant.effect }) else { throw .plantedTwice(name: plant.effect.rawValue) }
            plants.append(plant)
        }
        return Planting(plants)
    }

    private static func plant(_ text: String, system: DemonstrationSystem) throws(DemonstrationError) -> Plant {
        var name = text[...], quarter: Quarter?, size: Double?
        if let at = name.firstIndex(of: "@") {
            let written = String(name[name.index(after: at)...])
            guard let read = Quarter(written), Quarter.all.contains(read) else { throw .badQuarter(written, part: text) }
            quarter = read
            name = name[..<at]
        }
        if let equals = name.firstIndex(of: "=") {
            let written = String(name[name.index(after: equals)...])
            guard let read = Double(written), read.isFinite else { throw .badSize(written, part: text) }
            size = read
            name = name[..<equals]
        }
        guard let effect = PlantedEffect(rawValue: String(name)) else {
            let known = PlantedEffect.allCases.filter { $0.systems.contains(system) }.map(\.rawValue)
            throw .unknownEffect(name: String(name), suggestion: Spelling.suggestion(for: String(name), among: known + ["all", "none"]))
        }
        guard effect.systems.contains(system) else { throw .otherSystem(effect: effect, system: system) }
        if let size, !effect.sizes.contains(size) { throw .sizeOutside(effect: effect) }
        return Plant(effect, size: size, from: quarter)
    }
}
