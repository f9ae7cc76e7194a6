// The terminal as the shell sees it. Tests give their own.

/// Where text for people goes and comes from.
public protocol Host: AnyObject {
    /// Standard output, as is.
    func write(_ text: String)
    /// Standard error, as is.
    func writeError(_ text: String)
    /// A line typed by a person; nil at the end of input. `isSecret` does not show what is typed.
    func readLine(prompt: String, isSecret: Bool) -> String?
    /// Columns of the window; 80 where there is none.
    var width: Int { get }
    /// Lines of the window; nil where there is none.
    var height: Int? { get }
    /// True if there is a person to ask.
    var isInteractive: Bool { get }
    /// True if colours may be used.
    var usesColor: Bool { get }
    func flush()
}

extension Host {
    public var height: Int? { nil }
}

/// What one session needs from outside: all of it can be chosen by a test.
public struct Surroundings {
    public var host: any Host
    public var environment: [String: String]
    /// Ticks of 100 ns since 0001-01-01 in UTC.
    public var now: () -> Int64
    public var location: String
    /// Text of an error record for the screen.
    public var errorView: (ErrorRecord, Session) -> String
    /// The sink that formats and prints what nobody takes.
    public var defaultOutput: (Session) -> FormattingSink
    /// The same formatting into text, for files.
    public var fileFormatter: ((Session) -> FormattingSink)?
    /// How objects go to another process of this shell; without it they go as text.
    public var objectText: ObjectText?
    /// The lowest address of the stack that sessions run on; nil for the thread's own.
    public var lowestOfStack: UInt?
    public init(
        host: any Host, environment: [String: String], now: @escaping () -> Int64, location: String, errorView: @escaping (ErrorRecord, Session) -> String,
        defaultOutput: @escaping (Session) -> FormattingSink,
        fileFormatter: ((Session) -> FormattingSink)? = nil
    ) {
        self.host = host; self.environment = environment; self.now = now; self.location = location
        self.errorView = errorView; self.defaultOutput = defaultOutput; self.fileFormatter = fileFormatter
    }
}

/// The end of the road: formats values for people. `finish` prints what it still holds.
open class FormattingSink: Sink {
    open func finish() throws {}
    /// Puts the text of an error in its place among what is shown; false if this sink cannot.
    open func write(error text: String) -> Bool { false }
    /// What has been formatted since last asked, for sinks that keep text instead of printing it.
    open func takeText() -> String { "" }
}
