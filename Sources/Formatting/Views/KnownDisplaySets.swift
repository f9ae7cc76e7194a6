// Which properties objects of known types show unasked, and which one names them.

enum KnownDisplaySets {
    static let properties: [String: [String]] = [
        "System.Diagnostics.Process": ["Id", "Handles", "CPU", "SI", "Name"],
        "System.IO.FileInfo": ["LastWriteTime", "Length", "Name"],
    ]

    static let names: [String: String] = ["System.Diagnostics.Process": "Name", "System.IO.FileInfo": "Name", "System.IO.DirectoryInfo": "Name"]
}
