// Regular expressions: operation, text, pattern, replacement, outcome.
// Taken from what the reference shell does; fields are parted by tabs, escapes are \\ \t \n \r.

let regexFacts = ##"""
    match	a	a		True hashtable{int "0"="a"}
    match	abc	a		True hashtable{int "0"="a"}
    match	aabb	a		True hashtable{int "0"="a"}
    match	foo bar	a		True hashtable{int "0"="a"}
    match	2024-02	a		False null
    match	user@host.com	a		False null
    match	a.c	a		True hashtable{int "0"="a"}
    match	b	a		False null
    match	école	a		False null
    match	a-b_c	a		True hashtable{int "0"="a"}
    match		^a		False null
    match	abc	^a		True hashtable{int "0"="a"}
    match	ABC	^a		True hashtable{int "0"="A"}
    match	foo bar	^a		False null
    match	'x'	^a		False null
    match	b	^a		False null
    match	école	^a		False null
    match	xx11	^a		False null
    match	abc	c$		True hashtable{int "0"="c"}
    match	foo bar	c$		False null
    match	2024-02	c$		False null
    match	user@host.com	c$		False null
    match	a.c	c$		True hashtable{int "0"="c"}
    match	'x'	c$		False null
    match	b	c$		False null
    match	école	c$		False null
    match	a-b_c	c$		True hashtable{int "0"="c"}
    match		a.c		False null
    match	abc	a.c		True hashtable{int "0"="abc"}
    match	aabb	a.c		False null
    match	2024-02	a.c		False null
    match	user@host.com	a.c		False null
    match	a.c	a.c		True hashtable{int "0"="a.c"}
    match	'x'	a.c		False null
    match	b	a.c		False null
    match	école	a.c		False null
    match		\\d+		False null
    match	aabb	\\d+		False null
    match	user@host.com	\\d+		False null
    match	a.c	\\d+		False null
    match	b	\\d+		False null
    match	école	\\d+		False null
    match	xx11	\\d+		True hashtable{int "0"="11"}
    match		\\w+		False null
    match	abc	\\w+		True hashtable{int "0"="abc"}
    match	ABC	\\w+		True hashtable{int "0"="ABC"}
    match	aabb	\\w+		True hashtable{int "0"="aabb"}
    match	'x'	\\w+		True hashtable{int "0"="x"}
    match	b	\\w+		True hashtable{int "0"="b"}
    match	xx11	\\w+		True hashtable{int "0"="xx11"}
    match	a-b_c	\\w+		True hashtable{int "0"="a"}
    match		\\s		False null
    match	abc	\\s		False null
    match	ABC	\\s		False null
    match	foo bar	\\s		True hashtable{int "0"=" "}
    match	2024-02	\\s		False null
    match	b	\\s		False null
    match	école	\\s		False null
    match	xx11	\\s		False null
    match		[a-c]+		False null
    match	a	[a-c]+		True hashtable{int "0"="a"}
    match	ABC	[a-c]+		True hashtable{int "0"="ABC"}
    match	aabb	[a-c]+		True hashtable{int "0"="aabb"}
    match	user@host.com	[a-c]+		True hashtable{int "0"="c"}
    match	'x'	[a-c]+		False null
    match	b	[a-c]+		True hashtable{int "0"="b"}
    match	école	[a-c]+		True hashtable{int "0"="c"}
    match	a-b_c	[a-c]+		True hashtable{int "0"="a"}
    match		[^a]		False null
    match	ABC	[^a]		True hashtable{int "0"="B"}
    match	foo bar	[^a]		True hashtable{int "0"="f"}
    match	2024-02	[^a]		True hashtable{int "0"="2"}
    match	user@host.com	[^a]		True hashtable{int "0"="u"}
    match	'x'	[^a]		True hashtable{int "0"="'"}
    match	b	[^a]		True hashtable{int "0"="b"}
    match	école	[^a]		True hashtable{int "0"="é"}
    match	xx11	[^a]		True hashtable{int "0"="x"}
    match	a-b_c	[^a]		True hashtable{int "0"="-"}
    match		(a)(b)?		False null
    match	a	(a)(b)?		True hashtable{int "0"="a", int "1"="a"}
    match	abc	(a)(b)?		True hashtable{int "0"="ab", int "1"="a", int "2"="b"}
    match	ABC	(a)(b)?		True hashtable{int "0"="AB", int "1"="A", int "2"="B"}
    match	aabb	(a)(b)?		True hashtable{int "0"="a", int "1"="a"}
    match	foo bar	(a)(b)?		True hashtable{int "0"="a", int "1"="a"}
    match	2024-02	(a)(b)?		False null
    match	école	(a)(b)?		False null
    match	xx11	(a)(b)?		False null
    match	a-b_c	(a)(b)?		True hashtable{int "0"="a", int "1"="a"}
    match		(?<x>\\d)		False null
    match	a	(?<x>\\d)		False null
    match	ABC	(?<x>\\d)		False null
    match	foo bar	(?<x>\\d)		False null
    match	2024-02	(?<x>\\d)		True hashtable{"x"="2", int "0"="2"}
    match	b	(?<x>\\d)		False null
    match	école	(?<x>\\d)		False null
    match	a-b_c	(?<x>\\d)		False null
    match	a	a|b		True hashtable{int "0"="a"}
    match	ABC	a|b		True hashtable{int "0"="A"}
    match	foo bar	a|b		True hashtable{int "0"="b"}
    match	'x'	a|b		False null
    match	b	a|b		True hashtable{int "0"="b"}
    match	école	a|b		False null
    match	xx11	a|b		False null
    match	a-b_c	a|b		True hashtable{int "0"="a"}
    match	a	^$		False null
    match	abc	^$		False null
    match	ABC	^$		False null
    match	aabb	^$		False null
    match	foo bar	^$		False null
    match	2024-02	^$		False null
    match	a.c	^$		False null
    match	b	^$		False null
    match	école	^$		False null
    match	a-b_c	^$		False null
    match	abc	\\bfoo\\b		False null
    match	aabb	\\bfoo\\b		False null
    match	foo bar	\\bfoo\\b		True hashtable{int "0"="foo"}
    match	2024-02	\\bfoo\\b		False null
    match	user@host.com	\\bfoo\\b		False null
    match	a.c	\\bfoo\\b		False null
    match	'x'	\\bfoo\\b		False null
    match	b	\\bfoo\\b		False null
    match	école	\\bfoo\\b		False null
    match		(?i)ABC		False null
    match	aabb	(?i)ABC		False null
    match	foo bar	(?i)ABC		False null
    match	2024-02	(?i)ABC		False null
    match	user@host.com	(?i)ABC		False null
    match	b	(?i)ABC		False null
    match	xx11	(?i)ABC		False null
    match	ABC	(?-i)ABC		True hashtable{int "0"="ABC"}
    match	aabb	(?-i)ABC		False null
    match	foo bar	(?-i)ABC		False null
    match	user@host.com	(?-i)ABC		False null
    match	'x'	(?-i)ABC		False null
    match	xx11	(?-i)ABC		False null
    match	a-b_c	(?-i)ABC		False null
    match		a{2}		False null
    match	aabb	a{2}		True hashtable{int "0"="aa"}
    match	a.c	a{2}		False null
    match	xx11	a{2}		False null
    match	a	a{2,}		False null
    match	ABC	a{2,}		False null
    match	foo bar	a{2,}		False null
    match	2024-02	a{2,}		False null
    match	user@host.com	a{2,}		False null
    match	a.c	a{2,}		False null
    match	'x'	a{2,}		False null
    match	b	a{2,}		False null
    match	école	a{2,}		False null
    match	a-b_c	a{2,}		False null
    match		a{1,2}?		False null
    match	ABC	a{1,2}?		True hashtable{int "0"="A"}
    match	foo bar	a{1,2}?		True hashtable{int "0"="a"}
    match	2024-02	a{1,2}?		False null
    match	a.c	a{1,2}?		True hashtable{int "0"="a"}
    match	'x'	a{1,2}?		False null
    match	b	a{1,2}?		False null
    match	xx11	a{1,2}?		False null
    match		(?:ab)+		False null
    match	abc	(?:ab)+		True hashtable{int "0"="ab"}
    match	aabb	(?:ab)+		True hashtable{int "0"="ab"}
    match	2024-02	(?:ab)+		False null
    match	a.c	(?:ab)+		False null
    match	école	(?:ab)+		False null
    match	xx11	(?:ab)+		False null
    match	a-b_c	(?:ab)+		False null
    match	a	(?=b)		False null
    match	abc	(?=b)		True hashtable{int "0"=""}
    match	ABC	(?=b)		True hashtable{int "0"=""}
    match	aabb	(?=b)		True hashtable{int "0"=""}
    match	foo bar	(?=b)		True hashtable{int "0"=""}
    match	2024-02	(?=b)		False null
    match	user@host.com	(?=b)		False null
    match	'x'	(?=b)		False null
    match	b	(?=b)		True hashtable{int "0"=""}
    match	xx11	(?=b)		False null
    match	a-b_c	(?=b)		True hashtable{int "0"=""}
    match		(?!b)		True hashtable{int "0"=""}
    match	a	(?!b)		True hashtable{int "0"=""}
    match	abc	(?!b)		True hashtable{int "0"=""}
    match	ABC	(?!b)		True hashtable{int "0"=""}
    match	user@host.com	(?!b)		True hashtable{int "0"=""}
    match	'x'	(?!b)		True hashtable{int "0"=""}
    match	xx11	(?!b)		True hashtable{int "0"=""}
    match	a-b_c	(?!b)		True hashtable{int "0"=""}
    match		(?<=a)b		False null
    match	abc	(?<=a)b		True hashtable{int "0"="b"}
    match	aabb	(?<=a)b		True hashtable{int "0"="b"}
    match	2024-02	(?<=a)b		False null
    match	user@host.com	(?<=a)b		False null
    match	a.c	(?<=a)b		False null
    match	b	(?<=a)b		False null
    match	école	(?<=a)b		False null
    match	xx11	(?<=a)b		False null
    match	a-b_c	(?<=a)b		False null
    match	aabb	(?<!a)b		True hashtable{int "0"="b"}
    match	foo bar	(?<!a)b		True hashtable{int "0"="b"}
    match	a.c	(?<!a)b		False null
    match	'x'	(?<!a)b		False null
    match	a-b_c	(?<!a)b		True hashtable{int "0"="b"}
    match		\\.		False null
    match	abc	\\.		False null
    match	2024-02	\\.		False null
    match	a.c	\\.		True hashtable{int "0"="."}
    match	b	\\.		False null
    match	xx11	\\.		False null
    match	a-b_c	\\.		False null
    match		[.]		False null
    match	ABC	[.]		False null
    match	aabb	[.]		False null
    match	foo bar	[.]		False null
    match	user@host.com	[.]		True hashtable{int "0"="."}
    match	'x'	[.]		False null
    match	école	[.]		False null
    match	xx11	[.]		False null
    match		\\p{L}+		False null
    match	ABC	\\p{L}+		True hashtable{int "0"="ABC"}
    match	aabb	\\p{L}+		True hashtable{int "0"="aabb"}
    match	b	\\p{L}+		True hashtable{int "0"="b"}
    match	xx11	\\p{L}+		True hashtable{int "0"="xx"}
    match		\\p{Lu}		False null
    match	aabb	\\p{Lu}		True hashtable{int "0"="a"}
    match	foo bar	\\p{Lu}		True hashtable{int "0"="f"}
    match	a.c	\\p{Lu}		True hashtable{int "0"="a"}
    match	'x'	\\p{Lu}		True hashtable{int "0"="x"}
    match	a	\\P{L}		False null
    match	abc	\\P{L}		False null
    match	aabb	\\P{L}		False null
    match	foo bar	\\P{L}		True hashtable{int "0"=" "}
    match	2024-02	\\P{L}		True hashtable{int "0"="2"}
    match	user@host.com	\\P{L}		True hashtable{int "0"="@"}
    match	xx11	\\P{L}		True hashtable{int "0"="1"}
    match		(\\w)\\1		False null
    match	abc	(\\w)\\1		False null
    match	aabb	(\\w)\\1		True hashtable{int "0"="aa", int "1"="a"}
    match	a.c	(\\w)\\1		False null
    match	'x'	(\\w)\\1		False null
    match	xx11	(\\w)\\1		True hashtable{int "0"="xx", int "1"="x"}
    match	a-b_c	(\\w)\\1		False null
    match		(?<q>['"]).*?\\k<q>		False null
    match	a	(?<q>['"]).*?\\k<q>		False null
    match	abc	(?<q>['"]).*?\\k<q>		False null
    match	ABC	(?<q>['"]).*?\\k<q>		False null
    match	2024-02	(?<q>['"]).*?\\k<q>		False null
    match	a.c	(?<q>['"]).*?\\k<q>		False null
    match	'x'	(?<q>['"]).*?\\k<q>		True hashtable{"q"="'", int "0"="'x'"}
    match	xx11	(?<q>['"]).*?\\k<q>		False null
    match	a-b_c	(?<q>['"]).*?\\k<q>		False null
    match		^(?<user>[^@]+)@(?<host>.+)$		False null
    match	a	^(?<user>[^@]+)@(?<host>.+)$		False null
    match	ABC	^(?<user>[^@]+)@(?<host>.+)$		False null
    match	2024-02	^(?<user>[^@]+)@(?<host>.+)$		False null
    match	a.c	^(?<user>[^@]+)@(?<host>.+)$		False null
    match	'x'	^(?<user>[^@]+)@(?<host>.+)$		False null
    match	b	^(?<user>[^@]+)@(?<host>.+)$		False null
    match	a-b_c	^(?<user>[^@]+)@(?<host>.+)$		False null
    match	ABC	(		THROWS
    match	foo bar	(		THROWS
    match	2024-02	(		THROWS
    match	user@host.com	(		THROWS
    match	'x'	(		THROWS
    match	b	(		THROWS
    match	xx11	(		THROWS
    match		[		THROWS
    match	a	[		THROWS
    match	abc	[		THROWS
    match	'x'	[		THROWS
    match	b	[		THROWS
    match	école	[		THROWS
    match	xx11	[		THROWS
    match	a-b_c	[		THROWS
    match		*		THROWS
    match	a	*		THROWS
    match	abc	*		THROWS
    match	ABC	*		THROWS
    match	aabb	*		THROWS
    match	2024-02	*		THROWS
    match	b	*		THROWS
    match	école	*		THROWS
    match	aabb	a**		THROWS
    match	2024-02	a**		THROWS
    match	user@host.com	a**		THROWS
    match	a.c	a**		THROWS
    match	'x'	a**		THROWS
    match	b	a**		THROWS
    match	école	a**		THROWS
    match	a-b_c	a**		THROWS
    match	a	\\		THROWS
    match	abc	\\		THROWS
    match	ABC	\\		THROWS
    match	aabb	\\		THROWS
    match	foo bar	\\		THROWS
    match	user@host.com	\\		THROWS
    match	a.c	\\		THROWS
    match	b	\\		THROWS
    match	école	\\		THROWS
    match	a-b_c	\\		THROWS
    match		(?<n		THROWS
    match	a	(?<n		THROWS
    match	abc	(?<n		THROWS
    match	aabb	(?<n		THROWS
    match	2024-02	(?<n		THROWS
    match	user@host.com	(?<n		THROWS
    match	a.c	(?<n		THROWS
    match	'x'	(?<n		THROWS
    match	a	\\x41		True hashtable{int "0"="a"}
    match	ABC	\\x41		True hashtable{int "0"="A"}
    match	aabb	\\x41		True hashtable{int "0"="a"}
    match	user@host.com	\\x41		False null
    match	b	\\x41		False null
    match	école	\\x41		False null
    match	a	\\u0041		True hashtable{int "0"="a"}
    match	abc	\\u0041		True hashtable{int "0"="a"}
    match	ABC	\\u0041		True hashtable{int "0"="A"}
    match	aabb	\\u0041		True hashtable{int "0"="a"}
    match	foo bar	\\u0041		True hashtable{int "0"="a"}
    match	2024-02	\\u0041		False null
    match	user@host.com	\\u0041		False null
    match	a.c	\\u0041		True hashtable{int "0"="a"}
    match	'x'	\\u0041		False null
    match	école	\\u0041		False null
    match	xx11	\\u0041		False null
    match	abc	\\t		False null
    match	ABC	\\t		False null
    match	user@host.com	\\t		False null
    match	'x'	\\t		False null
    match	b	\\t		False null
    match	xx11	\\t		False null
    match		[\\w-]+		False null
    match	abc	[\\w-]+		True hashtable{int "0"="abc"}
    match	ABC	[\\w-]+		True hashtable{int "0"="ABC"}
    match	foo bar	[\\w-]+		True hashtable{int "0"="foo"}
    match	2024-02	[\\w-]+		True hashtable{int "0"="2024-02"}
    match	user@host.com	[\\w-]+		True hashtable{int "0"="user"}
    match	a.c	[\\w-]+		True hashtable{int "0"="a"}
    match	b	[\\w-]+		True hashtable{int "0"="b"}
    match	aabb	[a-z-[aeiou]]		True hashtable{int "0"="b"}
    match	2024-02	[a-z-[aeiou]]		False null
    match	user@host.com	[a-z-[aeiou]]		True hashtable{int "0"="s"}
    match	a.c	[a-z-[aeiou]]		True hashtable{int "0"="c"}
    match	école	[a-z-[aeiou]]		True hashtable{int "0"="c"}
    match	xx11	[a-z-[aeiou]]		True hashtable{int "0"="x"}
    match		(?s).		False null
    match	abc	(?s).		True hashtable{int "0"="a"}
    match	foo bar	(?s).		True hashtable{int "0"="f"}
    match	2024-02	(?s).		True hashtable{int "0"="2"}
    match	a.c	(?s).		True hashtable{int "0"="a"}
    match	'x'	(?s).		True hashtable{int "0"="'"}
    match	b	(?s).		True hashtable{int "0"="b"}
    match	xx11	(?s).		True hashtable{int "0"="x"}
    match	a-b_c	(?s).		True hashtable{int "0"="a"}
    match	a	(?m)^b		False null
    match	aabb	(?m)^b		False null
    match	école	(?m)^b		False null
    match		(?x) a b 		False null
    match	abc	(?x) a b 		True hashtable{int "0"="ab"}
    match	ABC	(?x) a b 		True hashtable{int "0"="AB"}
    match	2024-02	(?x) a b 		False null
    match	user@host.com	(?x) a b 		False null
    match	a.c	(?x) a b 		False null
    match	'x'	(?x) a b 		False null
    match	école	(?x) a b 		False null
    match		\\A\\w		False null
    match	ABC	\\A\\w		True hashtable{int "0"="A"}
    match	aabb	\\A\\w		True hashtable{int "0"="a"}
    match	2024-02	\\A\\w		True hashtable{int "0"="2"}
    match	a.c	\\A\\w		True hashtable{int "0"="a"}
    match	'x'	\\A\\w		False null
    match	b	\\A\\w		True hashtable{int "0"="b"}
    match	école	\\A\\w		True hashtable{int "0"="é"}
    match	xx11	\\A\\w		True hashtable{int "0"="x"}
    match		\\w\\z		False null
    match	abc	\\w\\z		True hashtable{int "0"="c"}
    match	aabb	\\w\\z		True hashtable{int "0"="b"}
    match	user@host.com	\\w\\z		True hashtable{int "0"="m"}
    match	a.c	\\w\\z		True hashtable{int "0"="c"}
    match	'x'	\\w\\z		False null
    match	école	\\w\\z		True hashtable{int "0"="e"}
    match	xx11	\\w\\z		True hashtable{int "0"="1"}
    match	a-b_c	\\w\\z		True hashtable{int "0"="c"}
    match		\\G\\w		False null
    match	abc	\\G\\w		True hashtable{int "0"="a"}
    match	ABC	\\G\\w		True hashtable{int "0"="A"}
    match	aabb	\\G\\w		True hashtable{int "0"="a"}
    match	foo bar	\\G\\w		True hashtable{int "0"="f"}
    match	a.c	\\G\\w		True hashtable{int "0"="a"}
    match	b	\\G\\w		True hashtable{int "0"="b"}
    match	école	\\G\\w		True hashtable{int "0"="é"}
    match	a-b_c	\\G\\w		True hashtable{int "0"="a"}
    match		(a+)+$		False null
    match	a	(a+)+$		True hashtable{int "0"="a", int "1"="a"}
    match	aabb	(a+)+$		False null
    match	foo bar	(a+)+$		False null
    match	user@host.com	(a+)+$		False null
    match	'x'	(a+)+$		False null
    match	b	(a+)+$		False null
    match	a-b_c	(a+)+$		False null
    match	a	(?>a+)b		False null
    match	abc	(?>a+)b		True hashtable{int "0"="ab"}
    match	aabb	(?>a+)b		True hashtable{int "0"="aab"}
    match	foo bar	(?>a+)b		False null
    match	a.c	(?>a+)b		False null
    match	école	(?>a+)b		False null
    match	a-b_c	(?>a+)b		False null
    match		\\cA		False null
    match	abc	\\cA		False null
    match	ABC	\\cA		False null
    match	aabb	\\cA		False null
    match	foo bar	\\cA		False null
    match	2024-02	\\cA		False null
    match	a.c	\\cA		False null
    match	'x'	\\cA		False null
    match	école	\\cA		False null
    match	xx11	\\cA		False null
    match	a-b_c	\\cA		False null
    match	abc	\\0		False null
    match	ABC	\\0		False null
    match	aabb	\\0		False null
    match	2024-02	\\0		False null
    match	user@host.com	\\0		False null
    match	a.c	\\0		False null
    match	xx11	\\0		False null
    match	a-b_c	\\0		False null
    match		\\e		False null
    match	abc	\\e		False null
    match	ABC	\\e		False null
    match	aabb	\\e		False null
    match	foo bar	\\e		False null
    match	2024-02	\\e		False null
    match	a.c	\\e		False null
    match	b	\\e		False null
    match	école	\\e		False null
    match	xx11	\\e		False null
    match	a	(?#c)a		True hashtable{int "0"="a"}
    match	abc	(?#c)a		True hashtable{int "0"="a"}
    match	aabb	(?#c)a		True hashtable{int "0"="a"}
    match	foo bar	(?#c)a		True hashtable{int "0"="a"}
    match	2024-02	(?#c)a		False null
    match	user@host.com	(?#c)a		False null
    match	'x'	(?#c)a		False null
    match		(?n)(a)(b)		False null
    match	a	(?n)(a)(b)		False null
    match	ABC	(?n)(a)(b)		True hashtable{int "0"="AB"}
    match	aabb	(?n)(a)(b)		True hashtable{int "0"="ab"}
    match	foo bar	(?n)(a)(b)		False null
    match	2024-02	(?n)(a)(b)		False null
    match	user@host.com	(?n)(a)(b)		False null
    match	a.c	(?n)(a)(b)		False null
    match	école	(?n)(a)(b)		False null
    match	xx11	(?n)(a)(b)		False null
    match	a-b_c	(?n)(a)(b)		False null
    match		\\Qa		THROWS
    match	a	\\Qa		THROWS
    match	2024-02	\\Qa		THROWS
    match	user@host.com	\\Qa		THROWS
    match	a.c	\\Qa		THROWS
    match	b	\\Qa		THROWS
    match	xx11	\\Qa		THROWS
    match		[[:alpha:]]		False null
    match	a	[[:alpha:]]		False null
    match	abc	[[:alpha:]]		False null
    match	aabb	[[:alpha:]]		False null
    match	foo bar	[[:alpha:]]		False null
    match	2024-02	[[:alpha:]]		False null
    match	a.c	[[:alpha:]]		False null
    match	b	[[:alpha:]]		False null
    match	école	[[:alpha:]]		False null
    match	xx11	[[:alpha:]]		False null
    match	a-b_c	[[:alpha:]]		False null
    match		a++		THROWS
    match	ABC	a++		THROWS
    match	'x'	a++		THROWS
    match	b	a++		THROWS
    match	école	a++		THROWS
    match	a-b_c	a++		THROWS
    match	ABC	(?<a-b>x)		THROWS
    match	user@host.com	(?<a-b>x)		THROWS
    match	a.c	(?<a-b>x)		THROWS
    match	'x'	(?<a-b>x)		THROWS
    match	b	(?<a-b>x)		THROWS
    match	xx11	(?<a-b>x)		THROWS
    match	a-b_c	(?<a-b>x)		THROWS
    match		(?(a)b|c)		False null
    match	abc	(?(a)b|c)		True hashtable{int "0"="c"}
    match	ABC	(?(a)b|c)		True hashtable{int "0"="C"}
    match	foo bar	(?(a)b|c)		False null
    match	2024-02	(?(a)b|c)		False null
    match	'x'	(?(a)b|c)		False null
    match	école	(?(a)b|c)		True hashtable{int "0"="c"}
    match		\\d{2,4}-\\d		False null
    match	a	\\d{2,4}-\\d		False null
    match	abc	\\d{2,4}-\\d		False null
    match	ABC	\\d{2,4}-\\d		False null
    match	aabb	\\d{2,4}-\\d		False null
    match	foo bar	\\d{2,4}-\\d		False null
    match	user@host.com	\\d{2,4}-\\d		False null
    match	a.c	\\d{2,4}-\\d		False null
    match	xx11	\\d{2,4}-\\d		False null
    match	a-b_c	\\d{2,4}-\\d		False null
    match		[^\\W\\d]		False null
    match	a	[^\\W\\d]		True hashtable{int "0"="a"}
    match	aabb	[^\\W\\d]		True hashtable{int "0"="a"}
    match	2024-02	[^\\W\\d]		False null
    match	a.c	[^\\W\\d]		True hashtable{int "0"="a"}
    match	'x'	[^\\W\\d]		True hashtable{int "0"="x"}
    match	école	[^\\W\\d]		True hashtable{int "0"="é"}
    match	xx11	[^\\W\\d]		True hashtable{int "0"="x"}
    match	a	.+?b		False null
    match	abc	.+?b		True hashtable{int "0"="ab"}
    match	aabb	.+?b		True hashtable{int "0"="aab"}
    match	2024-02	.+?b		False null
    match	'x'	.+?b		False null
    match	école	.+?b		False null
    match	xx11	.+?b		False null
    match	a-b_c	.+?b		True hashtable{int "0"="a-b"}
    match		^.*$		True hashtable{int "0"=""}
    match	ABC	^.*$		True hashtable{int "0"="ABC"}
    match	aabb	^.*$		True hashtable{int "0"="aabb"}
    match	foo bar	^.*$		True hashtable{int "0"="foo bar"}
    match	a.c	^.*$		True hashtable{int "0"="a.c"}
    match	b	^.*$		True hashtable{int "0"="b"}
    match	xx11	^.*$		True hashtable{int "0"="xx11"}
    match	a	\\S+$		True hashtable{int "0"="a"}
    match	abc	\\S+$		True hashtable{int "0"="abc"}
    match	ABC	\\S+$		True hashtable{int "0"="ABC"}
    match	aabb	\\S+$		True hashtable{int "0"="aabb"}
    match	2024-02	\\S+$		True hashtable{int "0"="2024-02"}
    match	user@host.com	\\S+$		True hashtable{int "0"="user@host.com"}
    match	'x'	\\S+$		True hashtable{int "0"="'x'"}
    match	école	\\S+$		True hashtable{int "0"="école"}
    match	xx11	\\S+$		True hashtable{int "0"="xx11"}
    match		(?<year>\\d{4})-(?<month>\\d\\d)		False null
    match	a	(?<year>\\d{4})-(?<month>\\d\\d)		False null
    match	abc	(?<year>\\d{4})-(?<month>\\d\\d)		False null
    match	ABC	(?<year>\\d{4})-(?<month>\\d\\d)		False null
    match	foo bar	(?<year>\\d{4})-(?<month>\\d\\d)		False null
    match	2024-02	(?<year>\\d{4})-(?<month>\\d\\d)		True hashtable{"month"="02", "year"="2024", int "0"="2024-02"}
    match	b	(?<year>\\d{4})-(?<month>\\d\\d)		False null
    match	école	(?<year>\\d{4})-(?<month>\\d\\d)		False null
    match		é		False null
    match	abc	é		False null
    match	ABC	é		False null
    match	foo bar	é		False null
    match	2024-02	é		False null
    match	user@host.com	é		False null
    match	a.c	é		False null
    match	'x'	é		False null
    match	b	é		False null
    match	école	é		True hashtable{int "0"="é"}
    match	a-b_c	é		False null
    match		\\R		THROWS
    match	foo bar	\\R		THROWS
    match	2024-02	\\R		THROWS
    match	user@host.com	\\R		THROWS
    match	a.c	\\R		THROWS
    match	'x'	\\R		THROWS
    match	b	\\R		THROWS
    match	xx11	\\R		THROWS
    match	a-b_c	\\R		THROWS
    match		\\h		THROWS
    match	abc	\\h		THROWS
    match	ABC	\\h		THROWS
    match	2024-02	\\h		THROWS
    match	'x'	\\h		THROWS
    match	xx11	\\h		THROWS
    match		\\K		THROWS
    match	a	\\K		THROWS
    match	abc	\\K		THROWS
    match	ABC	\\K		THROWS
    match	aabb	\\K		THROWS
    match	a.c	\\K		THROWS
    match	'x'	\\K		THROWS
    match	b	\\K		THROWS
    match	école	\\K		THROWS
    match	a-b_c	\\K		THROWS
    cmatch	a	a		True
    cmatch	abc	a		True
    cmatch	ABC	a		False
    cmatch	foo bar	a		True
    cmatch		^a		False
    cmatch	abc	^a		True
    cmatch	ABC	^a		False
    cmatch	aabb	^a		True
    cmatch	foo bar	^a		False
    cmatch		c$		False
    cmatch	abc	c$		True
    cmatch	ABC	c$		False
    cmatch		a.c		False
    cmatch	ABC	a.c		False
    cmatch	foo bar	a.c		False
    cmatch		\\d+		False
    cmatch	a	\\d+		False
    cmatch	abc	\\d+		False
    cmatch	aabb	\\d+		False
    cmatch	a	\\w+		True
    cmatch	abc	\\w+		True
    cmatch	ABC	\\w+		True
    cmatch	aabb	\\w+		True
    cmatch	foo bar	\\w+		True
    cmatch		\\s		False
    cmatch	a	\\s		False
    cmatch	ABC	\\s		False
    cmatch		[a-c]+		False
    cmatch	a	[a-c]+		True
    cmatch	abc	[a-c]+		True
    cmatch	aabb	[a-c]+		True
    cmatch	foo bar	[a-c]+		True
    cmatch		[^a]		False
    cmatch	a	[^a]		False
    cmatch	abc	[^a]		True
    cmatch	aabb	[^a]		True
    cmatch		(a)(b)?		False
    cmatch	abc	(a)(b)?		True
    cmatch	ABC	(a)(b)?		False
    cmatch	aabb	(a)(b)?		True
    cmatch	foo bar	(a)(b)?		True
    cmatch		(?<x>\\d)		False
    cmatch	a	(?<x>\\d)		False
    cmatch	foo bar	a|b		True
    cmatch		^$		True
    cmatch	a	^$		False
    cmatch	ABC	^$		False
    cmatch	aabb	^$		False
    cmatch	foo bar	^$		False
    cmatch	a	\\bfoo\\b		False
    cmatch	abc	\\bfoo\\b		False
    cmatch	ABC	\\bfoo\\b		False
    cmatch	foo bar	\\bfoo\\b		True
    cmatch		(?i)ABC		False
    cmatch	a	(?i)ABC		False
    cmatch	abc	(?i)ABC		True
    cmatch	ABC	(?i)ABC		True
    cmatch	aabb	(?i)ABC		False
    cmatch	foo bar	(?i)ABC		False
    cmatch		(?-i)ABC		False
    cmatch	a	(?-i)ABC		False
    cmatch	ABC	(?-i)ABC		True
    cmatch	aabb	(?-i)ABC		False
    cmatch	a	a{2}		False
    cmatch	ABC	a{2}		False
    cmatch		a{2,}		False
    cmatch	abc	a{2,}		False
    cmatch	ABC	a{2,}		False
    cmatch	aabb	a{2,}		True
    cmatch	foo bar	a{2,}		False
    cmatch	ABC	a{1,2}?		False
    cmatch	abc	(?:ab)+		True
    cmatch	ABC	(?:ab)+		False
    cmatch	aabb	(?:ab)+		True
    cmatch	foo bar	(?:ab)+		False
    cmatch	a	(?=b)		False
    cmatch	ABC	(?=b)		False
    cmatch	aabb	(?=b)		True
    cmatch	foo bar	(?=b)		True
    cmatch		(?!b)		True
    cmatch	a	(?!b)		True
    cmatch	abc	(?!b)		True
    cmatch	ABC	(?!b)		True
    cmatch	aabb	(?!b)		True
    cmatch		(?<=a)b		False
    cmatch	a	(?<=a)b		False
    cmatch	abc	(?<=a)b		True
    cmatch	ABC	(?<=a)b		False
    cmatch	aabb	(?<=a)b		True
    cmatch	a	(?<!a)b		False
    cmatch	abc	(?<!a)b		False
    cmatch	ABC	(?<!a)b		False
    cmatch	aabb	(?<!a)b		True
    cmatch	ABC	\\.		False
    cmatch	foo bar	\\.		False
    cmatch	abc	[.]		False
    cmatch	ABC	[.]		False
    cmatch	aabb	[.]		False
    cmatch	foo bar	[.]		False
    cmatch		\\p{L}+		False
    cmatch	a	\\p{L}+		True
    cmatch	abc	\\p{L}+		True
    cmatch	ABC	\\p{L}+		True
    cmatch	aabb	\\p{L}+		True
    cmatch	foo bar	\\p{L}+		True
    cmatch	a	\\p{Lu}		False
    cmatch	abc	\\p{Lu}		False
    cmatch	ABC	\\p{Lu}		True
    cmatch	abc	\\P{L}		False
    cmatch	ABC	\\P{L}		False
    cmatch	abc	(\\w)\\1		False
    cmatch	ABC	(\\w)\\1		False
    cmatch	aabb	(\\w)\\1		True
    replace	user@host.com	a	<$0>	user@host.com
    replace	aabb	a	<$0>	<a><a>bb
    replace	abc	^a	<$0>	<a>bc
    replace	user@host.com	^a	<$0>	user@host.com
    replace	abc	c$	<$0>	ab<c>
    replace	user@host.com	c$	<$0>	user@host.com
    replace	aabb	a.c	<$0>	aabb
    replace	abc	\\d+	<$0>	abc
    replace	aabb	\\d+	<$0>	aabb
    replace	abc	\\w+	<$0>	<abc>
    replace	foo bar	\\w+	<$0>	<foo> <bar>
    replace	user@host.com	\\w+	<$0>	<user>@<host>.<com>
    replace	aabb	\\w+	<$0>	<aabb>
    replace	abc	\\s	<$0>	abc
    replace	foo bar	\\s	<$0>	foo< >bar
    replace	aabb	\\s	<$0>	aabb
    replace	abc	[a-c]+	<$0>	<abc>
    replace	foo bar	[a-c]+	<$0>	foo <ba>r
    replace	abc	[^a]	<$0>	a<b><c>
    replace	foo bar	[^a]	<$0>	<f><o><o>< ><b>a<r>
    replace	aabb	[^a]	<$0>	aa<b><b>
    replace	abc	(a)(b)?	<$0>	<ab>c
    replace	foo bar	(a)(b)?	<$0>	foo b<a>r
    replace	user@host.com	(a)(b)?	<$0>	user@host.com
    replace	aabb	(a)(b)?	<$0>	<a><ab>b
    replace	abc	(?<x>\\d)	<$0>	abc
    replace	foo bar	(?<x>\\d)	<$0>	foo bar
    replace	aabb	(?<x>\\d)	<$0>	aabb
    replace	abc	a|b	<$0>	<a><b>c
    replace	aabb	a|b	<$0>	<a><a><b><b>
    replace	abc	^$	<$0>	abc
    replace	foo bar	^$	<$0>	foo bar
    replace	foo bar	\\bfoo\\b	<$0>	<foo> bar
    replace	user@host.com	\\bfoo\\b	<$0>	user@host.com
    replace	aabb	\\bfoo\\b	<$0>	aabb
    replace	abc	(?i)ABC	<$0>	<abc>
    replace	foo bar	(?i)ABC	<$0>	foo bar
    replace	abc	(?-i)ABC	<$0>	abc
    replace	user@host.com	(?-i)ABC	<$0>	user@host.com
    replace	aabb	(?-i)ABC	<$0>	aabb
    replace	foo bar	a{2}	<$0>	foo bar
    replace	aabb	a{2}	<$0>	<aa>bb
    replace	user@host.com	a{2,}	<$0>	user@host.com
    replace	aabb	a{2,}	<$0>	<aa>bb
    replace	abc	a{1,2}?	<$0>	<a>bc
    replace	foo bar	a{1,2}?	<$0>	foo b<a>r
    replace	aabb	a{1,2}?	<$0>	<a><a>bb
    replace	abc	(?:ab)+	<$0>	<ab>c
    replace	foo bar	(?:ab)+	<$0>	foo bar
    replace	user@host.com	(?:ab)+	<$0>	user@host.com
    replace	aabb	(?:ab)+	<$0>	a<ab>b
    replace	foo bar	(?=b)	<$0>	foo <>bar
    replace	user@host.com	(?=b)	<$0>	user@host.com
    replace	aabb	(?=b)	<$0>	aa<>b<>b
    replace	foo bar	(?<=a)b	<$0>	foo bar
    replace	user@host.com	(?<!a)b	<$0>	user@host.com
    replace	foo bar	\\.	<$0>	foo bar
    replace	aabb	\\.	<$0>	aabb
    replace	foo bar	[.]	<$0>	foo bar
    replace	user@host.com	[.]	<$0>	user@host<.>com
    replace	aabb	\\p{L}+	<$0>	<aabb>
    replace	abc	\\p{Lu}	<$0>	<a><b><c>
    replace	user@host.com	\\p{Lu}	<$0>	<u><s><e><r>@<h><o><s><t>.<c><o><m>
    replace	aabb	\\p{Lu}	<$0>	<a><a><b><b>
    replace	abc	\\P{L}	<$0>	abc
    replace	user@host.com	\\P{L}	<$0>	user<@>host<.>com
    replace	aabb	\\P{L}	<$0>	aabb
    replace	abc	(\\w)\\1	<$0>	abc
    replace	foo bar	(\\w)\\1	<$0>	f<oo> bar
    replace	abc	(?<q>['"]).*?\\k<q>	<$0>	abc
    replace	user@host.com	(?<q>['"]).*?\\k<q>	<$0>	user@host.com
    replace	aabb	(?<q>['"]).*?\\k<q>	<$0>	aabb
    replace	user@host.com	^(?<user>[^@]+)@(?<host>.+)$	<$0>	<user@host.com>
    replace	aabb	^(?<user>[^@]+)@(?<host>.+)$	<$0>	aabb
    replace	foo bar	(	<$0>	THROWS
    replace	user@host.com	(	<$0>	THROWS
    replace	user@host.com	[	<$0>	THROWS
    replace	aabb	[	<$0>	THROWS
    replace	abc	*	<$0>	THROWS
    replace	user@host.com	*	<$0>	THROWS
    replace	aabb	*	<$0>	THROWS
    replace	abc	a**	<$0>	THROWS
    replace	abc	\\	<$0>	THROWS
    replace	foo bar	\\	<$0>	THROWS
    replace	user@host.com	\\	<$0>	THROWS
    replace	aabb	\\	<$0>	THROWS
    replace	foo bar	(?<n	<$0>	THROWS
    replace	user@host.com	(?<n	<$0>	THROWS
    replace	user@host.com	\\x41	<$0>	user@host.com
    replace	abc	\\u0041	<$0>	<a>bc
    replace	foo bar	\\u0041	<$0>	foo b<a>r
    replace	user@host.com	\\u0041	<$0>	user@host.com
    replace	abc	\\t	<$0>	abc
    replace	aabb	\\t	<$0>	aabb
    replace	abc	[\\w-]+	<$0>	<abc>
    replace	foo bar	[\\w-]+	<$0>	<foo> <bar>
    replace	aabb	[\\w-]+	<$0>	<aabb>
    replace	abc	[a-z-[aeiou]]	<$0>	a<b><c>
    replace	user@host.com	[a-z-[aeiou]]	<$0>	u<s>e<r>@<h>o<s><t>.<c>o<m>
    replace	aabb	[a-z-[aeiou]]	<$0>	aa<b><b>
    replace	abc	(?s).	<$0>	<a><b><c>
    replace	foo bar	(?s).	<$0>	<f><o><o>< ><b><a><r>
    replace	user@host.com	(?m)^b	<$0>	user@host.com
    replace	aabb	(?m)^b	<$0>	aabb
    replace	abc	(?x) a b 	<$0>	<ab>c
    replace	foo bar	(?x) a b 	<$0>	foo bar
    replace	user@host.com	(?x) a b 	<$0>	user@host.com
    replace	aabb	\\A\\w	<$0>	<a>abb
    replace	abc	\\w\\z	<$0>	ab<c>
    replace	user@host.com	\\w\\z	<$0>	user@host.co<m>
    replace	aabb	\\G\\w	<$0>	<a><a><b><b>
    replace	abc	(a+)+$	<$0>	abc
    replace	foo bar	(a+)+$	<$0>	foo bar
    replace	user@host.com	(a+)+$	<$0>	user@host.com
    replace	aabb	(a+)+$	<$0>	aabb
    replace	foo bar	(?>a+)b	<$0>	foo bar
    replace	foo bar	\\cA	<$0>	foo bar
    replace	user@host.com	\\cA	<$0>	user@host.com
    replace	aabb	\\cA	<$0>	aabb
    replace	abc	\\0	<$0>	abc
    replace	foo bar	\\0	<$0>	foo bar
    replace	user@host.com	\\0	<$0>	user@host.com
    replace	aabb	\\0	<$0>	aabb
    replace	abc	\\e	<$0>	abc
    replace	foo bar	\\e	<$0>	foo bar
    replace	aabb	\\e	<$0>	aabb
    replace	user@host.com	(?#c)a	<$0>	user@host.com
    replace	foo bar	(?n)(a)(b)	<$0>	foo bar
    replace	aabb	(?n)(a)(b)	<$0>	a<ab>b
    replace	user@host.com	\\Qa	<$0>	THROWS
    replace	abc	[[:alpha:]]	<$0>	abc
    replace	foo bar	[[:alpha:]]	<$0>	foo bar
    replace	aabb	[[:alpha:]]	<$0>	aabb
    replace	abc	a++	<$0>	THROWS
    replace	abc	(?<a-b>x)	<$0>	THROWS
    replace	foo bar	(?<a-b>x)	<$0>	THROWS
    replace	aabb	(?<a-b>x)	<$0>	THROWS
    replace	foo bar	\\d{2,4}-\\d	<$0>	foo bar
    replace	user@host.com	\\d{2,4}-\\d	<$0>	user@host.com
    replace	aabb	\\d{2,4}-\\d	<$0>	aabb
    replace	abc	[^\\W\\d]	<$0>	<a><b><c>
    replace	user@host.com	[^\\W\\d]	<$0>	<u><s><e><r>@<h><o><s><t>.<c><o><m>
    replace	abc	.+?b	<$0>	<ab>c
    replace	user@host.com	.+?b	<$0>	user@host.com
    replace	abc	\\S+$	<$0>	<abc>
    replace	user@host.com	\\S+$	<$0>	<user@host.com>
    replace	abc	(?<year>\\d{4})-(?<month>\\d\\d)	<$0>	abc
    replace	user@host.com	(?<year>\\d{4})-(?<month>\\d\\d)	<$0>	user@host.com
    replace	foo bar	é	<$0>	foo bar
    replace	aabb	é	<$0>	aabb
    replace	foo bar	\\R	<$0>	THROWS
    replace	user@host.com	\\R	<$0>	THROWS
    replace	aabb	\\R	<$0>	THROWS
    replace	abc	\\h	<$0>	THROWS
    replace	foo bar	\\h	<$0>	THROWS
    replace	user@host.com	\\h	<$0>	THROWS
    replace	aabb	\\h	<$0>	THROWS
    replace	abc	\\K	<$0>	THROWS
    replace	foo bar	\\K	<$0>	THROWS
    replace	user@host.com	\\K	<$0>	THROWS
    replace	aabb	\\K	<$0>	THROWS
    matches	aabb	a		"a"; "a"
    matches	2024-02	a		null
    matches	aabb	^a		"a"
    matches	foo bar	^a		null
    matches	foo bar	a.c		null
    matches	2024-02	a.c		null
    matches	aabb	\\d+		null
    matches	2024-02	\\d+		"2024"; "02"
    matches	aabb	\\w+		"aabb"
    matches	foo bar	\\w+		"foo"; "bar"
    matches	2024-02	\\w+		"2024"; "02"
    matches	aabb	\\s		null
    matches	2024-02	\\s		null
    matches	aabb	[a-c]+		"aabb"
    matches	aabb	[^a]		"b"; "b"
    matches	2024-02	[^a]		"2"; "0"; "2"; "4"; "-"; "0"; "2"
    matches	2024-02	(a)(b)?		null
    matches	foo bar	(?<x>\\d)		null
    matches	2024-02	a|b		null
    matches	aabb	^$		null
    matches	foo bar	^$		null
    matches	2024-02	^$		null
    matches	aabb	\\bfoo\\b		null
    matches	2024-02	\\bfoo\\b		null
    matches	foo bar	(?i)ABC		null
    matches	2024-02	(?i)ABC		null
    matches	foo bar	(?-i)ABC		null
    matches	foo bar	a{2}		null
    matches	aabb	a{2,}		"aa"
    matches	foo bar	a{2,}		null
    matches	aabb	a{1,2}?		"a"; "a"
    matches	foo bar	a{1,2}?		"a"
    matches	2024-02	a{1,2}?		null
    matches	aabb	(?:ab)+		"ab"
    matches	foo bar	(?:ab)+		null
    matches	2024-02	(?:ab)+		null
    matches	aabb	(?=b)		""; ""
    matches	aabb	(?!b)		""; ""; ""
    matches	foo bar	(?<=a)b		null
    matches	aabb	\\.		null
    matches	foo bar	\\.		null
    matches	2024-02	\\.		null
    matches	aabb	\\p{L}+		"aabb"
    matches	foo bar	\\p{L}+		"foo"; "bar"
    matches	2024-02	\\p{L}+		null
    matches	aabb	\\p{Lu}		null
    matches	foo bar	\\p{Lu}		null
    matches	aabb	\\P{L}		null
    matches	2024-02	\\P{L}		"2"; "0"; "2"; "4"; "-"; "0"; "2"
    matches	foo bar	(\\w)\\1		"oo"
    matches	2024-02	(\\w)\\1		null
    matches	foo bar	(?<q>['"]).*?\\k<q>		null
    matches	2024-02	(?<q>['"]).*?\\k<q>		null
    matches	2024-02	^(?<user>[^@]+)@(?<host>.+)$		null
    matches	2024-02	(		THROWS
    matches	aabb	[		THROWS
    matches	foo bar	[		THROWS
    matches	aabb	*		THROWS
    matches	foo bar	a**		THROWS
    matches	2024-02	a**		THROWS
    matches	aabb	\\		THROWS
    matches	foo bar	\\		THROWS
    matches	2024-02	\\		THROWS
    matches	aabb	(?<n		THROWS
    matches	foo bar	(?<n		THROWS
    matches	2024-02	(?<n		THROWS
    matches	2024-02	\\x41		null
    matches	aabb	\\u0041		null
    matches	foo bar	\\u0041		null
    matches	2024-02	\\u0041		null
    matches	aabb	\\t		null
    matches	foo bar	\\t		null
    matches	2024-02	\\t		null
    matches	aabb	[\\w-]+		"aabb"
    matches	aabb	[a-z-[aeiou]]		"b"; "b"
    matches	foo bar	[a-z-[aeiou]]		"f"; "b"; "r"
    matches	foo bar	(?s).		"f"; "o"; "o"; " "; "b"; "a"; "r"
    matches	aabb	(?m)^b		null
    matches	foo bar	(?m)^b		null
    matches	aabb	(?x) a b 		"ab"
    matches	foo bar	(?x) a b 		null
    matches	aabb	\\A\\w		"a"
    matches	2024-02	\\A\\w		"2"
    matches	2024-02	\\w\\z		"2"
    matches	aabb	\\G\\w		"a"; "a"; "b"; "b"
    matches	aabb	(a+)+$		null
    matches	aabb	(?>a+)b		"aab"
    matches	aabb	\\cA		null
    matches	aabb	\\0		null
    matches	2024-02	\\0		null
    matches	2024-02	\\e		null
    matches	aabb	(?#c)a		"a"; "a"
    matches	2024-02	(?#c)a		null
    matches	2024-02	(?n)(a)(b)		null
    matches	aabb	\\Qa		THROWS
    matches	foo bar	\\Qa		THROWS
    matches	aabb	[[:alpha:]]		null
    matches	foo bar	[[:alpha:]]		null
    matches	2024-02	[[:alpha:]]		null
    matches	aabb	a++		THROWS
    matches	aabb	(?<a-b>x)		THROWS
    matches	foo bar	(?<a-b>x)		THROWS
    matches	aabb	(?(a)b|c)		null
    matches	foo bar	(?(a)b|c)		null
    matches	2024-02	\\d{2,4}-\\d		"2024-0"
    matches	aabb	[^\\W\\d]		"a"; "a"; "b"; "b"
    matches	foo bar	[^\\W\\d]		"f"; "o"; "o"; "b"; "a"; "r"
    matches	foo bar	.+?b		"foo b"
    matches	foo bar	^.*$		"foo bar"
    matches	aabb	\\S+$		"aabb"
    matches	2024-02	\\S+$		"2024-02"
    matches	aabb	(?<year>\\d{4})-(?<month>\\d\\d)		null
    matches	foo bar	(?<year>\\d{4})-(?<month>\\d\\d)		null
    matches	2024-02	(?<year>\\d{4})-(?<month>\\d\\d)		"2024-02"
    matches	aabb	é		null
    matches	foo bar	é		null
    matches	2024-02	é		null
    matches	aabb	\\R		THROWS
    matches	foo bar	\\R		THROWS
    matches	2024-02	\\R		THROWS
    matches	aabb	\\h		THROWS
    matches	2024-02	\\h		THROWS
    replace	abc	(?<x>b)(c)	${x}	ab
    replace	abc	(?<x>b)(c)	$x	a$x
    replace	abc	(?<x>b)(c)	$$	a$
    replace	abc	(?<x>b)(c)	$&	abc
    replace	abc	(?<x>b)(c)	$`	aa
    replace	abc	(?<x>b)(c)	$'	a
    replace	abc	(?<x>b)(c)	$0	abc
    replace	abc	(?<x>b)(c)	\\1	a\\1
    replace	abc	(?<x>b)(c)	${nope}	a${nope}
    replace	abc	(?<x>b)(c)	$9	a$9
    replace	abc	(?<x>b)(c)	$	a$
    split	a1b2	\\d		"a"; "b"; ""
    split	abc	B		"a"; "c"
    csplit	abc	B		"abc"
    split	abc			""; "a"; "b"; "c"; ""
    split	abc	(b)		"a"; "b"; "c"
    """##
