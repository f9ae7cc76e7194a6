// The views of the known types, as one literal table.

import Runtime

enum KnownViews {
    static let all: [View] = [
        View(
            "Dictionary", types: ["System.Collections.DictionaryEntry", "System.Collections.Generic.KeyValuePair`2"],
            .table([ViewField("Name", width: 30), ViewField("Value")])),
        View("Dictionary", types: ["System.Collections.DictionaryEntry", "System.Collections.Generic.KeyValuePair`2"], .list([ViewField("Name"), ViewField("Value")])),
    ]
}
