// The filter language of Get-ChatUser and Get-CsUser: comparisons of properties, joined by -and, -or and -not.

import ChatModel
import ChatStore
import Runtime

/// A condition on users, read once and asked for each.
indirect enum UserCondition {
    case all([UserCondition])
    case any([UserCondition])
    case not(UserCondition)
    case compare(position: Int, FilterOperator, FilterOperand)

    /// Whether it holds for a user. Texts compare without regard to case, as names do.
    func holds(for user: ChatUser) -> Bool {
        switch self {
        case .all(let conditions): conditions.allSatisfy { $0.holds(for: user) }
        case .any(let conditions): conditions.contains { $0.holds(for: user) }
        case .not(let condition): !condition.holds(for: user)
        case .compare(let position, let comparison, let operand): comparison.holds(user.value(at: position), operand)
        }
    }

    /// What the store can pick by itself: comparisons that must all hold. The condition is still to be asked.
    var selection: UserSelection {
        var selection = UserSelection()
        narrow(&selection)
        return selection
    }

    private func narrow(_ selection: inout UserSelection) {
        switch self {
        case .all(let conditions): for condition in conditions { condition.narrow(&selection) }
        case .compare(UserColumns.homePool, .equal, .text(let pool)): selection.home = .pool(Fqdn(pool))
        case .compare(UserColumns.homePool, .equal, .null): selection.home = .unassigned
        case .compare(UserColumns.policy, .equal, .text(let policy)): selection.policy = .named(PolicyName(policy))
        case .compare(UserColumns.policy, .equal, .null): selection.policy = .unassigned
        case .compare(UserColumns.enabled, .equal, .truth(let flag)): selection.enablement = flag ? .enabled : .blocked
        case .compare(UserColumns.enabled, .equal, .null): selection.enablement = .never
        case .compare(UserColumns.displayName, .like, .pattern(let pattern)): selection.displayName = pattern
        case .compare(UserColumns.sipAddress, .like, .pattern(let pattern)): selection.sipAddress = pattern
        default: break
        }
    }
}

/// Positions in the schema of users, by the names that filters use.
enum UserColumns {
    static let identity = 0, sipAddress = 1, homePool = 2, enabled = 3, policy = 4, displayName = 5

    /// The position of a property under its own or the vendor's name.
    static func position(of name: String) -> Int? {
        switch name.lowercased() {
        case "registrarpool": homePool
        case "persistentchatpolicy", "policyname": policy
        case "csenabled": enabled
        case "distinguishedname": identity
        default: ChatUser.schema.position(of: name)
        }
    }
}

/// What a filter compares with.
enum FilterOperand {
    case null
    case truth(Bool)
    case number(Int64)
    case text(String)
    /// What -like compares with, read once.
    case pattern(NamePattern)

    /// Pool names and addresses may be written with a prefix: `Registrar:`, `service:`, `Tag:`.
    func bare(at position: Int) -> FilterOperand {
        guard case .text(let text) = self else { return self }
        switch position {
        case UserColumns.homePool: return .text(ServiceIdentity(parsing: text).fqdn.text)
        case UserColumns.policy:
            if case .policy(.tag(let name)) = PolicyIdentity.read(text) { return .text(name.text) }
            return self
        default: return self
        }
    }
}

/// The comparisons of filters.
enum FilterOperator: String, CaseIterable {
    case equal = "eq", notEqual = "ne", like, notLike = "notlike", greater = "gt", greaterOrEqual = "ge", less = "lt", lessOrEqual = "le"

    func holds(_ value: ColumnValue, _ operand: FilterOperand) -> Bool {
        switch self {
        case .equal: Self.areEqual(value, operand)
        case .notEqual: !Self.areEqual(value, operand)
        case .like: Self.fits(value, operand)
        case .notLike: !Self.fits(value, operand)
        case .greater: Self.order(value, operand).map { $0 > 0 } ?? false
        case .greaterOrEqual: Self.order(value, operand).map { $0 >= 0 } ?? false
        case .less: Self.order(value, operand).map { $0 < 0 } ?? false
        case .lessOrEqual: Self.order(value, operand).map { $0 <= 0 } ?? false
        }
    }

    private static func areEqual(_ value: ColumnValue, _ operand: FilterOperand) -> Bool {
        switch (value, operand) {
        case (.none, .null): true
        case (.none, .text(let text)): text.isEmpty
        case (.boolean(let flag), .truth(let wanted)): flag == wanted
        case (.boolean(let flag), .text(let text)): text.equalsIgnoringCase(flag ? "True" : "False")
        case (.integer(let number), .number(let wanted)): number == wanted
        default: order(value, operand) == 0
        }
    }

    private static func fits(_ value: ColumnValue, _ operand: FilterOperand) -> Bool {
        guard case .pattern(let pattern) = operand else { return areEqual(value, operand) }
        return pattern.matches(value.written ?? "")
    }

    private static func order(_ value: ColumnValue, _ operand: FilterOperand) -> Int? {
        switch (value, operand) {
        case (.integer(let number), .number(let other)): return number < other ? -1 : number > other ? 1 : 0
        case (.text(let text), .text(let other)):
            let (text, other) = (text.lowercased(), other.lowercased())
            return text < other ? -1 : text > other ? 1 : 0
        case (.text(let text), .number(let other)): return order(.text(text), .text(String(other)))
        default: return nil
        }
    }
}
