/// Everything that the two source reports ask of a system like this, line by line.
public enum Inventory {
    public static let lines: [InventoryLine] =
        HuizenPositiveEffects.lines + HuizenNegativeEffects.lines + HuizenValues.lines + HuizenOptions.lines + HuizenStakeholders.lines
        + UtrechtValues.lines + UtrechtStatements.lines

    /// Indicators that are checks of the tool on itself: the columns it reads, the lists it makes again, the cells it withholds.
    public static let toolChecks = ["M23", "M24", "M30"]

    /// `M1` to `M30`, in order.
    public static let indicatorIDs = (1...30).map { "M\($0)" }

    /// Lines that this indicator answers, or answers in part, in the order of the sources.
    public static func lines(answeredBy indicator: String) -> [InventoryLine] { lines.filter { $0.indicators.contains(indicator) } }

    static var options: [InventoryLine] { lines.filter { $0.kind == .option } }
}
