// Script blocks: code as a value, compiled when first run.

import Diagnostics
import Syntax

public final class ScriptBlock: ExtensibleObject, @unchecked Sendable {
    public let syntax: ScriptBlockSyntax
    /// Where its functions and script variables live; nil for the session itself.
    public var module: ModuleInfo?
    /// Runs its unnamed block for each input object.
    public let isFilter: Bool
    /// The delegate it stands for: `[Func[int, int]]{ … }`.
    public private(set) var delegate: TypeInfo?
    private unowned let session: Session
    private var compiled: CompiledBlock?
    private var inlined: CompiledBlock?

    public init(_ syntax: ScriptBlockSyntax, session: Session, module: ModuleInfo? = nil, isFilter: Bool = false) {
        self.syntax = syntax
        self.session = session
        self.module = module
        self.isFilter = isFilter
        super.init(kind: .scriptBlock)
    }

    public override var type: TypeInfo { delegate ?? .scriptBlock }

    /// The same code as a delegate.
    public func standing(for delegate: TypeInfo) -> ScriptBlock {
        let made = bound(to: module)
        made.delegate = delegate
        return made
    }
    /// The text between the braces.
    public override func describe(_ session: Session) throws -> String { body }

    /// The code as written, without the braces of a block literal. Parameters that stand before the braces of a function come as a `param` block.
    public var body: String {
        let text = syntax.source.text(syntax.range)
        let inner = text.hasPrefix("{") && text.hasSuffix("}") ? String(text.dropFirst().dropLast()) : text
        guard let parameters = syntax.parameters, !parameters.isEmpty, syntax.hasParametersInHead else { return inner }
        return "param(" + parameters.map { syntax.source.text($0.range) }.joined(separator: ", ") + ")\n" + inner
    }

    /// The code compiled to run in a scope of its own.
    var code: CompiledBlock {
        if let compiled { return compiled }
        let made = Compiler.compile(self, session: session, into: nil)
        compiled = made
        return made
    }

    /// The code compiled to run inside a scope of the given layout, as `ForEach-Object` and dot-sourcing do.
    func code(inside layout: ScopeLayout) -> CompiledBlock {
        if let inlined, inlined.layout === layout { return inlined }
        let made = Compiler.compile(self, session: session, into: layout)
        inlined = made
        return made
    }

    /// The same code with its own home, for closures and modules.
    public func bound(to module: ModuleInfo?) -> ScriptBlock { ScriptBlock(syntax, session: session, module: module, isFilter: isFilter) }
}
