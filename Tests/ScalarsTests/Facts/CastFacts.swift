// Casts of text to numbers: type, text, value.
// Taken from what the reference shell does; fields are parted by tabs, escapes are \\ \t \n \r.

let castFacts = ##"""
    int		0
    int	10	10
    int	0x1F	31
    int	3.7	4
    int	true	THROWS
    int	2024-02-29	THROWS
    long		0
    long	A	THROWS
    long	abc	THROWS
    long	0x1F	31
    long	1e3	1000
    byte		0
    byte	2024-02-29	THROWS
    byte	a b	THROWS
    sbyte	A	THROWS
    sbyte	 42 	42
    sbyte	1e3	THROWS
    sbyte	2024-02-29	THROWS
    int16	abc	THROWS
    int16	10	10
    int16	 42 	42
    int16	2024-02-29	THROWS
    uint16	A	THROWS
    uint16	 42 	42
    uint16	0x1F	31
    uint16	1e3	1000
    uint32	A	THROWS
    uint32	 42 	42
    uint32	0x1F	31
    uint32	3.7	4
    uint32	2024-02-29	THROWS
    uint32	a b	THROWS
    uint64		0
    uint64	abc	THROWS
    uint64	0x1F	31
    double	a	THROWS
    double	A	THROWS
    double	10	10
    double	 42 	42
    double	1e3	1000
    double	3.7	3.7
    double	true	THROWS
    single		0
    single	a	THROWS
    single	A	THROWS
    single	10	10
    single	0x1F	31
    single	1e3	1000
    single	3.7	3.7
    decimal		0
    decimal	a	THROWS
    decimal	A	THROWS
    decimal	10	10
    decimal	0x1F	31
    decimal	3.7	3.7
    decimal	true	THROWS
    """##
