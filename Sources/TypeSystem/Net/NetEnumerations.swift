// Enumerations of the network, and what scripts set before they speak with a server.

import Runtime

enum NetEnumerations {
    static let status = TypeInfo.enumeration(
        "System.Net.HttpStatusCode",
        EnumerationInfo([
            ("Continue", 100), ("SwitchingProtocols", 101), ("Processing", 102), ("EarlyHints", 103), ("OK", 200), ("Created", 201), ("Accepted", 202),
            ("NonAuthoritativeInformation", 203), ("NoContent", 204), ("ResetContent", 205), ("PartialContent", 206), ("MultiStatus", 207),
            ("AlreadyReported", 208), ("IMUsed", 226), ("MultipleChoices", 300), ("Ambiguous", 300), ("MovedPermanently", 301), ("Moved", 301), ("Found", 302),
            ("Redirect", 302), ("SeeOther", 303), ("RedirectMethod", 303), ("NotModified", 304), ("UseProxy", 305), ("Unused", 306), ("TemporaryRedirect", 307),
            ("RedirectKeepVerb", 307), ("PermanentRedirect", 308), ("BadRequest", 400), ("Unauthorized", 401), ("PaymentRequired", 402), ("Forbidden", 403),
            ("NotFound", 404), ("MethodNotAllowed", 405), ("NotAcceptable", 406), ("ProxyAuthenticationRequired", 407), ("RequestTimeout", 408),
            ("Conflict", 409),
            ("Gone", 410), ("LengthRequired", 411), ("PreconditionFailed", 412), ("RequestEntityTooLarge", 413), ("RequestUriTooLong", 414),
            ("UnsupportedMediaType", 415), ("RequestedRangeNotSatisfiable", 416), ("ExpectationFailed", 417), ("MisdirectedRequest", 421),
            ("UnprocessableEntity", 422), ("UnprocessableContent", 422), ("Locked", 423), ("FailedDependency", 424), ("UpgradeRequired", 426),
            ("PreconditionRequired", 428), ("TooManyRequests", 429), ("RequestHeaderFieldsTooLarge", 431), ("UnavailableForLegalReasons", 451),
            ("InternalServerError", 500), ("NotImplemented", 501), ("BadGateway", 502), ("ServiceUnavailable", 503), ("GatewayTimeout", 504),
            ("HttpVersionNotSupported", 505), ("VariantAlsoNegotiates", 506), ("InsufficientStorage", 507), ("LoopDetected", 508), ("NotExtended", 510),
            ("NetworkAuthenticationRequired", 511),
        ]))
    static let protocols = TypeInfo.enumeration(
        "System.Net.SecurityProtocolType",
        EnumerationInfo([("SystemDefault", 0), ("Ssl3", 48), ("Tls", 192), ("Tls11", 768), ("Tls12", 3072), ("Tls13", 12288)], isFlags: true))

    /// What a session has set; connections here take the system's own defaults.
    private final class Settings {
        var protocols: Int64 = 0
        var validation = Value.null, limit: Int32 = 2, expectsContinue = true
    }

    static let types: [KnownType] = [
        KnownType(status), KnownType(protocols),
        KnownType(TypeInfo("System.Net.ServicePointManager", base: .object, isAbstract: true)) {
            MemberTable(staticProperties: [
                Property(
                    "SecurityProtocol", protocols,
                    get: { _, session in .object(EnumerationObject(protocols, session.attachment(Settings.self) { Settings() }.protocols)) },
                    set: { _, value, session in session.attachment(Settings.self) { Settings() }.protocols = value.asEnumeration?.rawValue ?? 0 }),
                Property(
                    "ServerCertificateValidationCallback", .object,
                    get: { _, session in session.attachment(Settings.self) { Settings() }.validation },
                    set: { _, value, session in session.attachment(Settings.self) { Settings() }.validation = value }),
                Property(
                    "DefaultConnectionLimit", .int32, get: { _, session in .int(session.attachment(Settings.self) { Settings() }.limit) },
                    set: { _, value, session in
                        session.attachment(Settings.self) { Settings() }.limit = Int32(truncatingIfNeeded: value.asInt64 ?? 2)
                    }),
                Property(
                    "Expect100Continue", .bool, get: { _, session in .bool(session.attachment(Settings.self) { Settings() }.expectsContinue) },
                    set: { _, value, session in session.attachment(Settings.self) { Settings() }.expectsContinue = value.isTrue(session) }),
            ])
        },
    ]
}
