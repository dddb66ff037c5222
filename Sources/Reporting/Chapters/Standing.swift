import Audit

/// Whether this report may be relied on today: final or draft, in force or expired.
extension ReportComposer {
    /// Always counted from what is in the report, never taken from a copy beside it.
    var status: AuditReport.Status { ReportStatus.of(report) }

    var isExpired: Bool { day.map { report.isExpired(on: $0) } ?? false }

    /// Opens the report when it has expired, or when what rests on the replay cannot be taken as it stands.
    func standing() -> ReportDocument.Banner? {
        guard var expired = expired() else { return banner() }
        if let banner = banner() { return .init(title: banner.title, text: banner.text + ["\(expired.title). \(expired.text.joined(separator: " "))"]) }
        expired.text.append(words.text("expired.next"))
        return expired
    }

    /// `nil` when it is in force.
    func expired() -> ReportDocument.Banner? {
        isExpired ? .init(title: words.text("expired.title"), text: [words.text("expired", ["date": words.date(report.expires)])]) : nil
    }
}
