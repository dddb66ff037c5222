/// What became of what was agreed: what fell due since the previous report, what is open, and what nobody speaks of any more.
enum Promises {
    typealias Promise = AuditReport.Changes.Promise

    static func of(_ now: AuditReport, since then: AuditReport) -> [Promise] {
        let agreements = now.actions.compactMap { action -> Promise? in
            state(action.status, due: action.due, changed: nil, now, then).map {
                .init(about: action.finding, action: action.action, owner: action.owner, due: action.due, state: $0)
            }
        }
        let options = now.inventory.compactMap { entry -> Promise? in
            guard let progress = entry.progress else { return nil }
            return state(progress.status.rawValue, due: progress.due, changed: progress.history.last?.on, now, then).map {
                .init(about: entry.id, action: nil, owner: progress.owner, due: progress.due, state: $0)
            }
        }
        return agreements + options + unmentioned(now, then)
    }

    /// - Parameter changed: the day of the last change, where it is known.
    /// - Returns: `nil` for what was settled before the previous report, and for what is open without a day.
    private static func state(_ status: String, due: String?, changed: String?, _ now: AuditReport, _ then: AuditReport) -> Promise.State? {
        let isRecent = [due, changed].contains { $0.map { $0 > then.cycle.to } ?? false }
        switch ActionStatus(rawValue: status) {
        case .done: return isRecent ? .kept : nil
        case .dropped: return isRecent ? .dropped : nil
        case .busy, .notStarted, nil: return due.map { $0 < now.cycle.to ? .notKept : .notDue }
        }
    }

    private static func unmentioned(_ now: AuditReport, _ then: AuditReport) -> [Promise] {
        func isOpen(_ status: String) -> Bool { ActionStatus(rawValue: status)?.isOpen ?? true }
        let actions = then.actions.filter { old in isOpen(old.status) && !now.actions.contains { $0.finding == old.finding && $0.action == old.action } }
        let options = then.inventory.filter { old in
            old.progress?.status.isOpen == true && now.inventory.contains { $0.id == old.id && $0.progress == nil }
        }
        return actions.map { .init(about: $0.finding, action: $0.action, owner: $0.owner, due: $0.due, state: .unmentioned) }
            + options.map { .init(about: $0.id, action: nil, owner: $0.progress?.owner ?? "", due: $0.progress?.due, state: .unmentioned) }
    }
}
