// What the parameters of the formatting commands ask for.

import Runtime

/// One entry of `-Property` or `-GroupBy`.
public struct FieldRequest {
    public var label: String?
    public var source: FieldSource
    public var width = 0
    public var alignment: Alignment = .undefined
    public var format: String?
    public var depth: Int?
    public init(label: String? = nil, source: FieldSource) { self.label = label; self.source = source }
}

/// Whether a collection is shown as one object, as its elements, or both.
public enum Expansion: String, Sendable, CaseIterable { case coreOnly = "CoreOnly", enumOnly = "EnumOnly", both = "Both" }

public struct FormatOptions {
    /// nil: found from the first object.
    public var shape: FormatShape?
    public var properties: [FieldRequest] = []
    public var groupBy: FieldRequest?
    public var viewName: String?
    public var isAutoSized = false
    public var wraps = false
    public var hidesHeaders = false
    public var repeatsHeaders = false
    public var force = false
    public var showsErrors = false
    public var displaysErrors = false
    /// Of a wide view; 0: as many as fit.
    public var columns = 0
    /// Of a custom view.
    public var depth = 5
    public var expansion = Expansion.enumOnly
    public init(shape: FormatShape? = nil) { self.shape = shape }

    /// True if scalars too are to be shown by their properties.
    var formatsScalars: Bool { force && shape != nil }
}
