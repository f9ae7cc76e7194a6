// Dates and spans in formats: kind, value, format, text. A span after s is in seconds.
// Taken from what the reference shell does; fields are parted by tabs, escapes are \\ \t \n \r.

let formatDateFacts = ##"""
    date	2024-12-01T00:00:00	d	12/01/2024
    date	1999-07-04T23:59:59.123	d	07/04/1999
    date	2024-02-29T13:05:09	D	Thursday, 29 February 2024
    date	2024-12-01T00:00:00	D	Sunday, 01 December 2024
    date	2024-02-29T13:05:09	f	Thursday, 29 February 2024 13:05
    date	1999-07-04T23:59:59.123	f	Sunday, 04 July 1999 23:59
    date	2024-02-29T13:05:09	F	Thursday, 29 February 2024 13:05:09
    date	2024-12-01T00:00:00	F	Sunday, 01 December 2024 00:00:00
    date	1999-07-04T23:59:59.123	F	Sunday, 04 July 1999 23:59:59
    date	2024-02-29T13:05:09	g	02/29/2024 13:05
    date	2024-12-01T00:00:00	g	12/01/2024 00:00
    date	2024-02-29T13:05:09	G	02/29/2024 13:05:09
    date	2024-12-01T00:00:00	G	12/01/2024 00:00:00
    date	1999-07-04T23:59:59.123	G	07/04/1999 23:59:59
    date	2024-02-29T13:05:09	m	February 29
    date	2024-12-01T00:00:00	m	December 01
    date	2024-02-29T13:05:09	M	February 29
    date	2024-12-01T00:00:00	M	December 01
    date	2024-02-29T13:05:09	o	2024-02-29T13:05:09.0000000
    date	1999-07-04T23:59:59.123	o	1999-07-04T23:59:59.1230000
    date	2024-02-29T13:05:09	O	2024-02-29T13:05:09.0000000
    date	2024-12-01T00:00:00	O	2024-12-01T00:00:00.0000000
    date	2024-02-29T13:05:09	r	Thu, 29 Feb 2024 13:05:09 GMT
    date	2024-12-01T00:00:00	r	Sun, 01 Dec 2024 00:00:00 GMT
    date	1999-07-04T23:59:59.123	r	Sun, 04 Jul 1999 23:59:59 GMT
    date	2024-02-29T13:05:09	R	Thu, 29 Feb 2024 13:05:09 GMT
    date	2024-12-01T00:00:00	R	Sun, 01 Dec 2024 00:00:00 GMT
    date	1999-07-04T23:59:59.123	R	Sun, 04 Jul 1999 23:59:59 GMT
    date	2024-02-29T13:05:09	s	2024-02-29T13:05:09
    date	2024-12-01T00:00:00	s	2024-12-01T00:00:00
    date	1999-07-04T23:59:59.123	s	1999-07-04T23:59:59
    date	2024-02-29T13:05:09	t	13:05
    date	2024-12-01T00:00:00	t	00:00
    date	2024-02-29T13:05:09	T	13:05:09
    date	2024-02-29T13:05:09	u	2024-02-29 13:05:09Z
    date	1999-07-04T23:59:59.123	u	1999-07-04 23:59:59Z
    date	2024-02-29T13:05:09	U	Thursday, 29 February 2024 13:05:09
    date	2024-12-01T00:00:00	U	Sunday, 01 December 2024 00:00:00
    date	2024-12-01T00:00:00	y	2024 December
    date	1999-07-04T23:59:59.123	Y	1999 July
    date	2024-02-29T13:05:09	yyyy-MM-dd	2024-02-29
    date	2024-12-01T00:00:00	yyyy-MM-dd	2024-12-01
    date	1999-07-04T23:59:59.123	yyyy-MM-dd	1999-07-04
    date	2024-02-29T13:05:09	yyyy-MM-dd HH:mm:ss	2024-02-29 13:05:09
    date	2024-12-01T00:00:00	yyyy-MM-dd HH:mm:ss	2024-12-01 00:00:00
    date	2024-02-29T13:05:09	yyyyMMdd_HHmmss	20240229_130509
    date	2024-12-01T00:00:00	yyyyMMdd_HHmmss	20241201_000000
    date	1999-07-04T23:59:59.123	yyyyMMdd_HHmmss	19990704_235959
    date	2024-02-29T13:05:09	dd/MM/yyyy	29/02/2024
    date	1999-07-04T23:59:59.123	dd/MM/yyyy	04/07/1999
    date	2024-02-29T13:05:09	ddd	Thu
    date	2024-12-01T00:00:00	ddd	Sun
    date	2024-02-29T13:05:09	MMM	Feb
    date	2024-12-01T00:00:00	MMM	Dec
    date	1999-07-04T23:59:59.123	MMM	Jul
    date	2024-02-29T13:05:09	MMMM	February
    date	2024-12-01T00:00:00	MMMM	December
    date	1999-07-04T23:59:59.123	MMMM	July
    date	2024-12-01T00:00:00	MMM d	Dec 1
    date	2024-02-29T13:05:09	d MMM yy	29 Feb 24
    date	2024-12-01T00:00:00	d MMM yy	1 Dec 24
    date	1999-07-04T23:59:59.123	d MMM yy	4 Jul 99
    date	2024-12-01T00:00:00	hh:mm tt	12:00 AM
    date	2024-02-29T13:05:09	h:m:s t	1:5:9 P
    date	2024-12-01T00:00:00	h:m:s t	12:0:0 A
    date	1999-07-04T23:59:59.123	h:m:s t	11:59:59 P
    date	2024-02-29T13:05:09	HH	13
    date	2024-12-01T00:00:00	HH	00
    date	1999-07-04T23:59:59.123	HH	23
    date	2024-02-29T13:05:09	%H	13
    date	2024-02-29T13:05:09	%d	29
    date	2024-12-01T00:00:00	%d	1
    date	1999-07-04T23:59:59.123	%d	4
    date	2024-12-01T00:00:00	ss.fff	00.000
    date	1999-07-04T23:59:59.123	ss.FFF	59.123
    date	2024-12-01T00:00:00	zzz	+00:00
    date	1999-07-04T23:59:59.123	zzz	+00:00
    date	2024-02-29T13:05:09	K	THROWS
    date	2024-12-01T00:00:00	yyyy	2024
    date	1999-07-04T23:59:59.123	yyyy	1999
    date	2024-02-29T13:05:09	yy	24
    date	2024-12-01T00:00:00	yy	24
    date	1999-07-04T23:59:59.123	yy	99
    date	2024-02-29T13:05:09	y MMMM	24 February
    date	2024-12-01T00:00:00	'at' HH	at 00
    date	2024-02-29T13:05:09	HH\\hmm	13h05
    date	1999-07-04T23:59:59.123	HH\\hmm	23h59
    date	2024-12-01T00:00:00	fffffff	0000000
    date	1999-07-04T23:59:59.123	fffffff	1230000
    date	2024-02-29T13:05:09	gg	A.D.
    date	2024-02-29T13:05:09	MM/dd	02/29
    date	1999-07-04T23:59:59.123	MM/dd	07/04
    date	2024-02-29T13:05:09	x	THROWS
    date	2024-12-01T00:00:00	x	THROWS
    date	1999-07-04T23:59:59.123	x	THROWS
    date	2024-02-29T13:05:09	yyyyy	02024
    date	2024-12-01T00:00:00	yyyyy	02024
    date	2024-02-29T13:05:09	yyyy'-'MM	2024-02
    date	2024-12-01T00:00:00	yyyy'-'MM	2024-12
    date	2024-02-29T13:05:09	dddd, dd MMMM yyyy	Thursday, 29 February 2024
    date	2024-12-01T00:00:00	dddd, dd MMMM yyyy	Sunday, 01 December 2024
    date	1999-07-04T23:59:59.123	dddd, dd MMMM yyyy	Sunday, 04 July 1999
    date	2024-02-29T13:05:09	H:mm	13:05
    date	2024-12-01T00:00:00	H:mm	0:00
    date	1999-07-04T23:59:59.123	H:mm	23:59
    date	2024-12-01T00:00:00	q	THROWS
    date	1999-07-04T23:59:59.123	q	THROWS
    date	2024-02-29T13:05:09	dd-MMM-yyyy	29-Feb-2024
    date	2024-12-01T00:00:00	dd-MMM-yyyy	01-Dec-2024
    date	1999-07-04T23:59:59.123	dd-MMM-yyyy	04-Jul-1999
    date	2024-02-29T13:05:09	d	02/29/2024
    date	2024-12-01T00:00:00	f	Sunday, 01 December 2024 00:00
    date	2024-12-01T00:00:00	u	2024-12-01 00:00:00Z
    date	2024-02-29T13:05:09	y	2024 February
    date	2024-02-29T13:05:09	Y	2024 February
    date	2024-12-01T00:00:00	Y	2024 December
    date	2024-02-29T13:05:09	dddd	Thursday
    date	2024-12-01T00:00:00	dddd	Sunday
    date	2024-02-29T13:05:09	hh:mm tt	01:05 PM
    date	2024-02-29T13:05:09	ss.fff	09.000
    date	2024-02-29T13:05:09	ss.FFF	09
    date	2024-12-01T00:00:00	ss.FFF	00
    date	2024-02-29T13:05:09	zzz	+00:00
    date	2024-12-01T00:00:00	K	THROWS
    date	2024-12-01T00:00:00	y MMMM	24 December
    date	2024-12-01T00:00:00	HH\\hmm	00h00
    date	2024-12-01T00:00:00	MM/dd	12/01
    span	1.02:03:04.005	g	1:2:03:04.005
    span	1.02:03:04.005	d\\.hh	1.02
    span	1.02:03:04.005	mm\\:ss\\.ff	03:04.00
    span	s3725.5	g	1:02:05.5
    span	s3725.5	hh\\:mm	01:02
    span	s3725.5	d\\.hh	0.01
    span	s3725.5	%d	0
    span	s3725.5	mm\\:ss\\.ff	02:05.50
    span	-00:00:10		-00:00:10
    span	-00:00:10	c	-00:00:10
    span	-00:00:10	g	-0:00:10
    span	-00:00:10	G	-0:00:00:10.0000000
    span	-00:00:10	hh\\:mm	00:00
    span	-00:00:10	mm\\:ss\\.ff	00:10.00
    span	s0		00:00:00
    span	s0	g	0:00:00
    span	s0	hh\\:mm	00:00
    span	s0	d\\.hh	0.00
    span	s0	%d	0
    span	s0	mm\\:ss\\.ff	00:00.00
    """##
