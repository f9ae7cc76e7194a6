// libxml2, loaded when the first document is read: the only place that knows how the library is found.

import CLibxml2
import Glibc

/// The functions of the library that are used.
struct XmlLibrary: @unchecked Sendable {
    let createParser: chat_create_parser
    let useOptions: chat_use_options
    let parseChunk: chat_parse_chunk
    let byteConsumed: chat_byte_consumed
    let stopParser: chat_one
    let freeParser: chat_one
    let startDocument: chat_one
    let entityDeclaration: chat_entity_decl
    let internalSubset: chat_internal_subset
    let entity: chat_two
    let newDocument: chat_make_one
    let freeDocument: chat_one
    let newNode: chat_new_node
    let newText: chat_new_text
    let newComment: chat_new_text
    let newInstruction: chat_new_instruction
    let addChild: chat_add_child
    let newSpace: chat_new_space
    let newAttribute: chat_new_attribute
    let setSpace: chat_two_objects
    let newContext: chat_make_one
    let freeContext: chat_one
    let registerSpace: chat_register_space
    let setNode: chat_set_node
    let compile: chat_make_one
    let freeCompiled: chat_one
    let evaluate: chat_evaluate
    let freeObject: chat_free_object
    let setErrorHandler: chat_set_error

    /// nil where the library is not installed.
    static let shared: XmlLibrary? = load()

    /// - Throws: `XmlError` if the library is not installed.
    static func required() throws(XmlError) -> XmlLibrary {
        guard let shared else { throw XmlError("libxml2.so.2 must be installed to read XML, but was not found.") }
        return shared
    }

    private static func load() -> XmlLibrary? {
        // The second name is that of the library's releases from 2.14 on.
        guard let handle = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL) ?? dlopen("libxml2.so.16", RTLD_NOW | RTLD_LOCAL) else { return nil }
        func find<T>(_ name: String, as type: T.Type) -> T? { dlsym(handle, name).map { unsafeBitCast($0, to: type) } }
        func call(_ name: String) -> chat_one? { find(name, as: chat_one.self) }
        func make(_ name: String) -> chat_make_one? { find(name, as: chat_make_one.self) }
        guard let createParser = find("xmlCreatePushParserCtxt", as: chat_create_parser.self),
            let useOptions = find("xmlCtxtUseOptions", as: chat_use_options.self),
            let parseChunk = find("xmlParseChunk", as: chat_parse_chunk.self), let byteConsumed = find("xmlByteConsumed", as: chat_byte_consumed.self),
            let stopParser = call("xmlStopParser"), let freeParser = call("xmlFreeParserCtxt"), let startDocument = call("xmlSAX2StartDocument"),
            let entityDeclaration = find("xmlSAX2EntityDecl", as: chat_entity_decl.self),
            let internalSubset = find("xmlSAX2InternalSubset", as: chat_internal_subset.self), let entity = find("xmlSAX2GetEntity", as: chat_two.self),
            let newDocument = make("xmlNewDoc"), let freeDocument = call("xmlFreeDoc"), let newNode = find("xmlNewDocRawNode", as: chat_new_node.self),
            let newText = find("xmlNewDocText", as: chat_new_text.self), let newComment = find("xmlNewDocComment", as: chat_new_text.self),
            let newInstruction = find("xmlNewDocPI", as: chat_new_instruction.self), let addChild = find("xmlAddChild", as: chat_add_child.self),
            let newSpace = find("xmlNewNs", as: chat_new_space.self), let newAttribute = find("xmlNewNsProp", as: chat_new_attribute.self),
            let setSpace = find("xmlSetNs", as: chat_two_objects.self),
            let newContext = make("xmlXPathNewContext"), let freeContext = call("xmlXPathFreeContext"),
            let registerSpace = find("xmlXPathRegisterNs", as: chat_register_space.self), let setNode = find("xmlXPathSetContextNode", as: chat_set_node.self),
            let compile = make("xmlXPathCompile"), let freeCompiled = call("xmlXPathFreeCompExpr"),
            let evaluate = find("xmlXPathCompiledEval", as: chat_evaluate.self), let freeObject = find("xmlXPathFreeObject", as: chat_free_object.self),
            let setErrorHandler = find("xmlSetStructuredErrorFunc", as: chat_set_error.self)
        else { return nil }
        call("xmlInitParser")?(nil)
        return XmlLibrary(
            createParser: createParser, useOptions: useOptions, parseChunk: parseChunk, byteConsumed: byteConsumed, stopParser: stopParser,
            freeParser: freeParser, startDocument: startDocument, entityDeclaration: entityDeclaration, internalSubset: internalSubset, entity: entity,
            newDocument: newDocument, freeDocument: freeDocument, newNode: newNode, newText: newText, newComment: newComment, newInstruction: newInstruction,
            addChild: addChild, newSpace: newSpace, newAttribute: newAttribute, setSpace: setSpace, newContext: newContext, freeContext: freeContext,
            registerSpace: registerSpace, setNode: setNode, compile: compile, freeCompiled: freeCompiled, evaluate: evaluate, freeObject: freeObject,
            setErrorHandler: setErrorHandler)
    }
}

/// What is wrong with a document, a query or a change, in the reference's words.
public struct XmlError: Error {
    public let message: String
    public let line: Int
    public let position: Int
    public init(_ message: String, line: Int = 0, position: Int = 0) {
        self.message = line > 0 ? "\(message) Line \(line), position \(position)." : message
        self.line = line
        self.position = position
    }
}
