// Errors as the screen shows them, in the view that `$ErrorView` names.

import Diagnostics
import Runtime

public enum ErrorView {
    /// The text of an error record, with a line break at its end.
    public static func text(_ record: ErrorRecord, _ session: Session) -> String {
        let chosen = session.variable("ErrorView", in: session.scope)
        let view = chosen?.asString ?? chosen?.asEnumeration?.name ?? "ConciseView"
        if view.equalsIgnoringCase("NormalView") { return NormalErrorView.text(record, session) }
        if view.equalsIgnoringCase("CategoryView") { return NormalErrorView.category(record, session) + "\n" }
        return ConciseErrorView.text(record, session)
    }
}
