// Linguistic comparisons: text, text, operator, outcome.
// Taken from what the reference shell does; fields are parted by tabs, escapes are \\ \t \n \r.

let collationFacts = ##"""
    a	A	lt	False
    a	b	lt	True
    a	b	clt	True
    a	B	lt	True
    a	é	lt	True
    a	é	clt	True
    a	e	lt	True
    a	e	clt	True
    a	-	lt	False
    a	_	clt	False
    a	1	clt	False
    a	10	lt	False
    a	9	clt	False
    a		clt	False
    a	 	clt	False
    a	ß	lt	True
    a	ss	lt	True
    a	ss	clt	True
    a	co-op	lt	True
    a	co-op	clt	True
    a	coop	clt	True
    a	z	lt	True
    a	z	clt	True
    a	Z	lt	True
    a	Z	clt	True
    a	ä	lt	True
    a	ä	clt	True
    a	я	lt	True
    a	Я	lt	True
    A	b	clt	True
    A	é	clt	True
    A	-	lt	False
    A	-	clt	False
    A	_	clt	False
    A	1	lt	False
    A	10	lt	False
    A	9	lt	False
    A	9	clt	False
    A		lt	False
    A		clt	False
    A	 	lt	False
    A	 	clt	False
    A	ß	lt	True
    A	ß	clt	True
    A	ss	lt	True
    A	coop	lt	True
    A	coop	clt	True
    A	z	lt	True
    A	z	clt	True
    A	Z	clt	True
    A	ä	lt	True
    A	ä	clt	True
    A	Я	lt	True
    A	Я	clt	True
    b	é	clt	True
    b	-	clt	False
    b	_	lt	False
    b	_	clt	False
    b	1	lt	False
    b	10	lt	False
    b	10	clt	False
    b	9	clt	False
    b	 	clt	False
    b	co-op	lt	True
    b	co-op	clt	True
    b	coop	lt	True
    b	z	clt	True
    b	Z	lt	True
    b	ä	lt	False
    b	ä	clt	False
    b	я	lt	True
    b	я	clt	True
    b	Я	lt	True
    B	e	lt	True
    B	-	lt	False
    B	_	lt	False
    B	_	clt	False
    B	1	lt	False
    B	1	clt	False
    B	10	lt	False
    B	10	clt	False
    B	9	lt	False
    B	9	clt	False
    B		clt	False
    B	 	clt	False
    B	ß	lt	True
    B	ß	clt	True
    B	ss	lt	True
    B	coop	lt	True
    B	coop	clt	True
    B	z	lt	True
    B	z	clt	True
    B	Z	lt	True
    B	Z	clt	True
    B	ä	lt	False
    B	ä	clt	False
    B	Я	lt	True
    é	e	lt	False
    é	e	clt	False
    é	-	lt	False
    é	-	clt	False
    é	_	lt	False
    é	_	clt	False
    é	1	lt	False
    é	1	clt	False
    é	10	lt	False
    é	10	clt	False
    é	9	lt	False
    é	9	clt	False
    é		clt	False
    é	 	lt	False
    é	 	clt	False
    é	co-op	lt	False
    é	co-op	clt	False
    é	coop	lt	False
    é	coop	clt	False
    é	z	lt	True
    é	z	clt	True
    é	Z	clt	True
    é	ä	clt	False
    é	я	lt	True
    é	я	clt	True
    é	Я	clt	True
    e	_	clt	False
    e	1	clt	False
    e	9	lt	False
    e	9	clt	False
    e		lt	False
    e	 	clt	False
    e	ß	clt	True
    e	ss	lt	True
    e	ss	clt	True
    e	co-op	lt	False
    e	co-op	clt	False
    e	coop	lt	False
    e	coop	clt	False
    e	Z	lt	True
    e	ä	lt	False
    e	ä	clt	False
    e	я	lt	True
    e	Я	lt	True
    e	Я	clt	True
    -	_	clt	False
    -	1	lt	True
    -	1	clt	True
    -	9	lt	True
    -		lt	False
    -		clt	False
    -	 	lt	False
    -	ß	clt	True
    -	ss	lt	True
    -	co-op	clt	True
    -	coop	lt	True
    -	coop	clt	True
    -	z	lt	True
    -	Z	lt	True
    -	Z	clt	True
    -	ä	lt	True
    -	я	clt	True
    -	Я	lt	True
    -	Я	clt	True
    _	1	lt	True
    _	1	clt	True
    _	10	lt	True
    _	10	clt	True
    _	9	lt	True
    _		lt	False
    _	ß	clt	True
    _	ss	lt	True
    _	co-op	lt	True
    _	co-op	clt	True
    _	coop	clt	True
    _	z	lt	True
    _	Z	lt	True
    _	Z	clt	True
    _	ä	lt	True
    _	ä	clt	True
    _	я	lt	True
    _	Я	lt	True
    _	Я	clt	True
    1		lt	False
    1	 	clt	False
    1	ß	clt	True
    1	co-op	lt	True
    1	co-op	clt	True
    1	coop	clt	True
    1	Z	clt	True
    1	ä	lt	True
    1	я	clt	True
    1	Я	lt	True
    1	Я	clt	True
    10	9	clt	True
    10	 	lt	False
    10	 	clt	False
    10	ß	clt	True
    10	ss	clt	True
    10	co-op	lt	True
    10	coop	lt	True
    10	z	clt	True
    10	Я	lt	True
    9		clt	False
    9	 	lt	False
    9	ss	clt	True
    9	co-op	lt	True
    9	coop	lt	True
    9	coop	clt	True
    9	z	clt	True
    9	Z	lt	True
    9	Z	clt	True
    9	ä	lt	True
    9	ä	clt	True
    9	я	lt	True
    9	я	clt	True
    9	Я	lt	True
    9	Я	clt	True
    	co-op	lt	True
    	coop	clt	True
    	z	lt	True
    	ä	clt	True
    	я	lt	True
    	Я	lt	True
     	ß	clt	True
     	ss	lt	True
     	ss	clt	True
     	co-op	lt	True
     	coop	clt	True
     	Z	lt	True
     	Z	clt	True
     	ä	lt	True
     	я	lt	True
     	Я	lt	True
    ß	ss	lt	False
    ß	ss	clt	False
    ß	co-op	lt	False
    ß	coop	lt	False
    ß	coop	clt	False
    ß	z	lt	True
    ß	Я	clt	True
    ss	co-op	lt	False
    ss	co-op	clt	False
    ss	coop	lt	False
    ss	coop	clt	False
    ss	Z	lt	True
    ss	ä	clt	False
    ss	я	lt	True
    ss	Я	lt	True
    ss	Я	clt	True
    co-op	coop	lt	True
    co-op	z	lt	True
    co-op	z	clt	True
    co-op	Z	clt	True
    co-op	ä	clt	False
    co-op	Я	lt	True
    coop	z	lt	True
    coop	Z	lt	True
    coop	Z	clt	True
    coop	ä	lt	False
    coop	ä	clt	False
    coop	я	clt	True
    coop	Я	lt	True
    coop	Я	clt	True
    z	Z	lt	False
    z	ä	clt	False
    z	я	lt	True
    z	Я	clt	True
    Z	ä	lt	False
    Z	я	lt	True
    Z	я	clt	True
    Z	Я	clt	True
    ä	я	lt	True
    ä	я	clt	True
    ä	Я	lt	True
    ä	Я	clt	True
    я	Я	lt	False
    я	Я	clt	True
    """##
