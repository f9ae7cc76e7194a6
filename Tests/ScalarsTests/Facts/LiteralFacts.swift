// Number literals: text, value as type and text or type alone.
// Taken from what the reference shell does; fields are parted by tabs, escapes are \\ \t \n \r.

let literalFacts = ##"""
    0	int "0"
    0x0	int "0"
    0xFF	int "255"
    0xFFFFFFFF	int "-1"
    0x7FFFFFFF	int "2147483647"
    0xFFFFFFFFFFFFFFFF	long "-1"
    1l	long "1"
    1L	long "1"
    1kb	int "1024"
    1KB	int "1024"
    2mb	int "2097152"
    3gb	long "3221225472"
    1tb	long "1099511627776"
    5.	double "5"
    0.5	double "0.5"
    1.0	double "1"
    1e3	double "1000"
    1e-3	double "0.001"
    1d	decimal "1"
    1e2d	decimal "100"
    1kbd	THROWS
    10y	sbyte "10"
    200y	THROWS
    300y	THROWS
    255uy	byte "255"
    256uy	THROWS
    5us	ushort "5"
    5u	uint "5"
    2147483648	long "2147483648"
    -2147483649	long "-2147483649"
    9223372036854775808	decimal "9223372036854775808"
    18446744073709551615	decimal "18446744073709551615"
    18446744073709551616	decimal "18446744073709551616"
    79228162514264337593543950335	decimal "79228162514264337593543950335"
    79228162514264337593543950336	double "7.92281625142643E+28"
    1e309	double "Infinity"
    0.30000000000000004	double "0.3"
    1e15	double "1E+15"
    1.0e0	double "1"
    100000000000000000000	decimal "100000000000000000000"
    1lkb	long "1024"
    0x1Fl	long "31"
    0xFFu	uint "255"
    0b1kb	int "1024"
    1.5l	long "2"
    1u	uint "1"
    4294967295u	uint "4294967295"
    4294967296u	ulong "4294967296"
    5.0	double "5"
    00	type Int32
    0xFF	type Int32
    0x7FFFFFFF	type Int32
    0x80000000	type Int32
    0xFFFFFFFFFFFFFFFF	type Int64
    1l	type Int64
    1kb	type Int32
    2mb	type Int32
    3gb	type Int64
    1tb	type Int64
    1pb	type Int64
    1.0	type Double
    1e3	type Double
    1.5e+3	type Double
    1d	type Decimal
    1.5d	type Decimal
    1e2d	type Decimal
    10y	type SByte
    10uy	type Byte
    255uy	type Byte
    5s	type Int16
    5us	type UInt16
    40000s	THROWS
    5n	type BigInteger
    123456789012345678901234567890n	type BigInteger
    2147483647	type Int32
    2147483648	type Int64
    -2147483648	type Int32
    9223372036854775807	type Int64
    9223372036854775808	type Decimal
    18446744073709551615	type Decimal
    18446744073709551616	type Decimal
    79228162514264337593543950335	type Decimal
    1e308	type Double
    1e309	type Double
    0.30000000000000004	type Double
    1e15	type Double
    1e16	type Double
    123456789012345678	type Int64
    100000000000000000000	type Decimal
    0x10kb	type Int32
    0x1Fl	type Int64
    0xFFu	type UInt32
    0b1kb	type Int32
    1.5l	type Int64
    1u	type UInt32
    1e400	type Double
    5.0	type Double
    -0.0	type Double
    5	type Int32
    """##
