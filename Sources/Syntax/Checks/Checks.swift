// What is wrong with a tree that was read without trouble: checks in the order of the text.

import Diagnostics

func checkSemantics(of root: ScriptBlockSyntax, _ sink: DiagnosticSink) {}
