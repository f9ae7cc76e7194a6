// One PCRE2 program with what matching needs, used again for every match.

import CPCRE2

/// A compiled PCRE2 pattern. Belongs to one thread at a time.
final class CompiledPattern {
    private let code: OpaquePointer
    private let data: OpaquePointer
    /// Pairs of byte offsets, two for each PCRE2 group; valid after a match.
    let offsets: UnsafeMutablePointer<Int>
    private let context: OpaquePointer?
    private var stack: OpaquePointer?
    private var uses = 0
    private var isFast = false
    let lookbehinds: Lookbehinds?

    enum Failure: Error {
        case compile(code: Int32, message: String)
        case match(Int32)
    }

    init(_ pattern: [UInt8], flags: UInt32, lookbehinds: Lookbehinds? = nil) throws(Failure) {
        var errorCode: Int32 = 0
        var errorOffset = 0
        let compileContext = pcre2_compile_context_create_8(nil)
        defer { pcre2_compile_context_free_8(compileContext) }
        pcre2_set_newline_8(compileContext, UInt32(PCRE2_NEWLINE_LF))
        let compiled = pattern.withUnsafeBufferPointer { buffer -> OpaquePointer? in
            var empty: UInt8 = 0
            return withUnsafePointer(to: &empty) { nothing in
                pcre2_compile_8(buffer.baseAddress ?? nothing, buffer.count, flags, &errorCode, &errorOffset, compileContext)
            }
        }
        guard let compiled, let matchData = pcre2_match_data_create_from_pattern_8(compiled, nil),
            let vector = pcre2_get_ovector_pointer_8(matchData)
        else {
            if let compiled { pcre2_code_free_8(compiled) }
            var buffer = [UInt8](repeating: 0, count: 200)
            let length = pcre2_get_error_message_8(errorCode, &buffer, buffer.count)
            throw .compile(code: errorCode, message: String(decoding: buffer.prefix(Int(max(0, length))), as: UTF8.self))
        }
        code = compiled
        data = matchData
        offsets = UnsafeMutableRawPointer(vector).assumingMemoryBound(to: Int.self)
        context = pcre2_match_context_create_8(nil)
        if let context { pcre2_set_match_limit_8(context, 10_000_000) }
        self.lookbehinds = lookbehinds
        if let context, let lookbehinds { lookbehinds.attach(to: context) }
    }

    deinit {
        pcre2_match_data_free_8(data)
        if let context { pcre2_match_context_free_8(context) }
        if let stack { pcre2_jit_stack_free_8(stack) }
        pcre2_code_free_8(code)
    }

    /// Looks for a match at or after a byte offset. The offsets hold it if there is one.
    @inline(__always)
    func match(_ text: UnsafePointer<UInt8>, _ count: Int, from start: Int) throws(Failure) -> Bool {
        if isFast {
            let result = pcre2_jit_match_8(code, text, count, start, 0, data, context)
            if result > 0 { return true }
            if result == PCRE2_ERROR_NOMATCH { return false }
        }
        return try slowMatch(text, count, start)
    }

    /// The first use, and whatever the machine code could not decide.
    @inline(never)
    private func slowMatch(_ text: UnsafePointer<UInt8>, _ count: Int, _ start: Int) throws(Failure) -> Bool {
        uses += 1
        if uses == 2, pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0 {
            stack = pcre2_jit_stack_create_8(32 * 1024, 1024 * 1024, nil)
            if let context, let stack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack)) }
            isFast = true
        }
        let options = UInt32(PCRE2_NO_UTF_CHECK) | UInt32(PCRE2_NO_JIT)
        let result = pcre2_match_8(code, text, count, start, options, data, context)
        if result > 0 { return true }
        if result == PCRE2_ERROR_NOMATCH { return false }
        throw .match(result)
    }
}
