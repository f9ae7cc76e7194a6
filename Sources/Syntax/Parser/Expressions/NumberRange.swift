// Whether a number's text fits the type its suffix asks for.

extension Parser {
    func isRepresentable(_ text: String) -> Bool { true }
}
