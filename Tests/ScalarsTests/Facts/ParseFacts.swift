// Dates, spans, versions and identifiers from text: type, text, value.
// Taken from what the reference shell does; fields are parted by tabs, escapes are \\ \t \n \r.

let parseFacts = ##"""
    datetime	2024-02-29	2024-02-29T00:00:00.0000000
    datetime	2024-02-29T13:05:09Z	2024-02-29T13:05:09.0000000+00:00
    datetime	2024-02-29T13:05:09+02:00	2024-02-29T11:05:09.0000000+00:00
    datetime	02/29/2024	2024-02-29T00:00:00.0000000
    datetime	Feb 29 2024	2024-02-29T00:00:00.0000000
    datetime	2024	THROWS
    datetime	20240229	THROWS
    datetime	2024-02-30	THROWS
    datetime	2024/3/4	2024-03-04T00:00:00.0000000
    datetime	4-Mar-2024	2024-03-04T00:00:00.0000000
    datetime	2024-03-04 5 pm	2024-03-04T17:00:00.0000000
    timespan	1	1.00:00:00
    timespan	1:2	01:02:00
    timespan	1:2:3	01:02:03
    timespan	1.2:3:4	1.02:03:04
    timespan	1:2:3.4	01:02:03.4000000
    timespan	24:00	THROWS
    timespan	23:59:60	THROWS
    timespan	-1:2	-01:02:00
    timespan	x	THROWS
    timespan		THROWS
    timespan	1.5	THROWS
    timespan	00:00:00.001	00:00:00.0010000
    datetime	A	THROWS
    datetime	1e3	THROWS
    datetime	a b	THROWS
    timespan	a	THROWS
    timespan	A	THROWS
    timespan	10	10.00:00:00
    timespan	0x1F	THROWS
    timespan	3.7	THROWS
    version		THROWS
    version	a	THROWS
    version	abc	THROWS
    version	10	THROWS
    version	1e3	THROWS
    version	3.7	3.7
    version	true	THROWS
    version	2024-02-29	THROWS
    version	a b	THROWS
    guid	a	THROWS
    guid	A	THROWS
    guid	 42 	THROWS
    guid	1e3	THROWS
    guid	2024-02-29	THROWS
    guid	a b	THROWS
    semver		THROWS
    semver	a	THROWS
    semver	abc	THROWS
    semver	10	10.0.0
    semver	 42 	THROWS
    semver	0x1F	THROWS
    semver	3.7	3.7.0
    semver	true	THROWS
    semver	a b	THROWS
    datetimeoffset		THROWS
    datetimeoffset	a	THROWS
    datetimeoffset	abc	THROWS
    datetimeoffset	3.7	03/07/2026 00:00:00 +00:00
    datetimeoffset	true	THROWS
    datetime	31/12/2026	THROWS
    timespan	25:00:00	25.00:00:00
    guid	not-a-guid	THROWS
    guid	6F9619FF-8B86-D011-B42D-00C04FC964FF	6f9619ff-8b86-d011-b42d-00c04fc964ff
    datetime	2024-02-29 13:05	2024-02-29T13:05:00.0000000
    datetime	x	THROWS
    datetimeoffset	2024-02-29T12:00:00+02:00	02/29/2024 12:00:00 +02:00
    version	1.2	1.2
    """##
