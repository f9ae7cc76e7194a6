// `Room` for the language's own operators: what has no room is the operator's error.

import Scalars

enum RoomFor {
    /// - Throws: `System.OutOfMemoryException` if no array can have so many elements.
    @inline(__always) static func elements(_ count: Int) throws {
        do { try Room.check(elements: count) } catch let error as ScalarError { throw ShellError(operator: error) }
    }
    /// - Throws: `System.OutOfMemoryException` if no text can be so long.
    @inline(__always) static func units(_ count: Int) throws {
        do { try Room.check(units: count) } catch let error as ScalarError { throw ShellError(operator: error) }
    }
    /// - Throws: `System.OutOfMemoryException` if the process cannot have so many bytes more.
    @inline(__always) static func bytes(_ count: Int) throws {
        do { try Room.check(bytes: count) } catch let error as ScalarError { throw ShellError(operator: error) }
    }
}
