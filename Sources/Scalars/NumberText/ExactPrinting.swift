// Exact decimal digits of a Double, from the C library, which rounds half to even as .NET does.

import Glibc

/// The text of `%.{precision}e` or `%.{precision}f`, without any locale.
func printed(_ value: Double, precision: Int, conversion: Character) -> [UInt8] {
    let format = "%.\(precision)\(conversion)"
    var buffer = [CChar](repeating: 0, count: precision + 340)
    let count = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
    return buffer[0..<Int(count)].map { UInt8(bitPattern: $0) }
}
