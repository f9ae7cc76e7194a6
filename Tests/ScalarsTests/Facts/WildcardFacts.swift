// Texts and wildcard patterns: text, pattern, case or nocase, not or nothing, outcome.
// Taken from what the reference shell does; fields are parted by tabs, escapes are \\ \t \n \r.

let wildcardFacts = ##"""
    a	*	nocase		True
    b	*	nocase		True
    file1.log	*	nocase		True
    file12.log	*	nocase		True
    a*b	*	nocase		True
    abcde	*	nocase		True
    é	*	nocase		True
    école	*	nocase		True
    [a]	*	nocase		True
    -	*	nocase		True
    MSN-10	*	nocase		True
    user@litwareinc.com	*	nocase		True
    a?b	*	nocase		True
    42	*	nocase		True
    cab	*	nocase		True
    ]	*	nocase		True
    	?	nocase		False
    ABC	?	nocase		False
    b	?	nocase		True
    file1.log	?	nocase		False
    file12.log	?	nocase		False
    a*b	?	nocase		False
    é	?	nocase		True
    école	?	nocase		False
    [a]	?	nocase		False
    user@litwareinc.com	?	nocase		False
    a?b	?	nocase		False
    42	?	nocase		False
    cab	?	nocase		False
    [	?	nocase		True
    ]	?	nocase		True
    	a*	nocase		False
    a	a*	nocase		True
    abc	a*	nocase		True
    ABC	a*	nocase		True
    b	a*	nocase		False
    a*b	a*	nocase		True
    a.txt	a*	nocase		True
    abcde	a*	nocase		True
    é	a*	nocase		False
    MSN-10	a*	nocase		False
    user@litwareinc.com	a*	nocase		False
    a?b	a*	nocase		True
    42	a*	nocase		False
    cab	a*	nocase		False
    [	a*	nocase		False
    ]	a*	nocase		False
    	*a	nocase		False
    a	*a	nocase		True
    file12.log	*a	nocase		False
    a.txt	*a	nocase		False
    abcde	*a	nocase		False
    école	*a	nocase		False
    [a]	*a	nocase		False
    -	*a	nocase		False
    MSN-10	*a	nocase		False
    user@litwareinc.com	*a	nocase		False
    cab	*a	nocase		False
    	*b*	nocase		False
    a	*b*	nocase		False
    b	*b*	nocase		True
    file12.log	*b*	nocase		False
    a*b	*b*	nocase		True
    abcde	*b*	nocase		True
    é	*b*	nocase		False
    [a]	*b*	nocase		False
    MSN-10	*b*	nocase		False
    user@litwareinc.com	*b*	nocase		False
    [	*b*	nocase		False
    ]	*b*	nocase		False
    	a?c	nocase		False
    a	a?c	nocase		False
    b	a?c	nocase		False
    file12.log	a?c	nocase		False
    a*b	a?c	nocase		False
    a.txt	a?c	nocase		False
    abcde	a?c	nocase		False
    école	a?c	nocase		False
    [a]	a?c	nocase		False
    MSN-10	a?c	nocase		False
    user@litwareinc.com	a?c	nocase		False
    cab	a?c	nocase		False
    [	a?c	nocase		False
    	[abc]	nocase		False
    a	[abc]	nocase		True
    abc	[abc]	nocase		False
    file12.log	[abc]	nocase		False
    a*b	[abc]	nocase		False
    abcde	[abc]	nocase		False
    école	[abc]	nocase		False
    user@litwareinc.com	[abc]	nocase		False
    a?b	[abc]	nocase		False
    42	[abc]	nocase		False
    cab	[abc]	nocase		False
    a	[a-c]*	nocase		True
    abc	[a-c]*	nocase		True
    b	[a-c]*	nocase		True
    a*b	[a-c]*	nocase		True
    é	[a-c]*	nocase		False
    -	[a-c]*	nocase		False
    MSN-10	[a-c]*	nocase		False
    user@litwareinc.com	[a-c]*	nocase		False
    a?b	[a-c]*	nocase		True
    42	[a-c]*	nocase		False
    ]	[a-c]*	nocase		False
    	[!a]*	nocase		False
    a	[!a]*	nocase		True
    abc	[!a]*	nocase		True
    ABC	[!a]*	nocase		True
    a*b	[!a]*	nocase		True
    a.txt	[!a]*	nocase		True
    [a]	[!a]*	nocase		False
    -	[!a]*	nocase		False
    MSN-10	[!a]*	nocase		False
    user@litwareinc.com	[!a]*	nocase		False
    cab	[!a]*	nocase		False
    ]	[!a]*	nocase		False
    	[^a]*	nocase		False
    abc	[^a]*	nocase		True
    ABC	[^a]*	nocase		True
    b	[^a]*	nocase		False
    file1.log	[^a]*	nocase		False
    a*b	[^a]*	nocase		True
    a.txt	[^a]*	nocase		True
    é	[^a]*	nocase		False
    -	[^a]*	nocase		False
    42	[^a]*	nocase		False
    ]	[^a]*	nocase		False
    	*.txt	nocase		False
    a	*.txt	nocase		False
    abc	*.txt	nocase		False
    ABC	*.txt	nocase		False
    b	*.txt	nocase		False
    file1.log	*.txt	nocase		False
    file12.log	*.txt	nocase		False
    a.txt	*.txt	nocase		True
    abcde	*.txt	nocase		False
    é	*.txt	nocase		False
    -	*.txt	nocase		False
    user@litwareinc.com	*.txt	nocase		False
    cab	*.txt	nocase		False
    [	*.txt	nocase		False
    ]	*.txt	nocase		False
    	file[0-9].log	nocase		False
    a	file[0-9].log	nocase		False
    ABC	file[0-9].log	nocase		False
    file12.log	file[0-9].log	nocase		False
    abcde	file[0-9].log	nocase		False
    é	file[0-9].log	nocase		False
    [a]	file[0-9].log	nocase		False
    -	file[0-9].log	nocase		False
    MSN-10	file[0-9].log	nocase		False
    user@litwareinc.com	file[0-9].log	nocase		False
    42	file[0-9].log	nocase		False
    cab	file[0-9].log	nocase		False
    [	file[0-9].log	nocase		False
    	a`*b	nocase		False
    a	a`*b	nocase		False
    abc	a`*b	nocase		False
    ABC	a`*b	nocase		False
    file1.log	a`*b	nocase		False
    file12.log	a`*b	nocase		False
    école	a`*b	nocase		False
    MSN-10	a`*b	nocase		False
    a?b	a`*b	nocase		False
    42	a`*b	nocase		False
    ]	a`*b	nocase		False
    a	a[*]b	nocase		False
    abc	a[*]b	nocase		False
    ABC	a[*]b	nocase		False
    file12.log	a[*]b	nocase		False
    a*b	a[*]b	nocase		True
    abcde	a[*]b	nocase		False
    é	a[*]b	nocase		False
    [a]	a[*]b	nocase		False
    a?b	a[*]b	nocase		False
    42	a[*]b	nocase		False
    ]	a[*]b	nocase		False
    	[]	nocase		THROWS
    a	[]	nocase		THROWS
    b	[]	nocase		THROWS
    file1.log	[]	nocase		THROWS
    file12.log	[]	nocase		THROWS
    a*b	[]	nocase		THROWS
    a.txt	[]	nocase		THROWS
    abcde	[]	nocase		THROWS
    MSN-10	[]	nocase		THROWS
    user@litwareinc.com	[]	nocase		THROWS
    a?b	[]	nocase		THROWS
    cab	[]	nocase		THROWS
    ]	[]	nocase		THROWS
    	[a	nocase		THROWS
    a	[a	nocase		THROWS
    ABC	[a	nocase		THROWS
    b	[a	nocase		THROWS
    file12.log	[a	nocase		THROWS
    a*b	[a	nocase		THROWS
    abcde	[a	nocase		THROWS
    é	[a	nocase		THROWS
    MSN-10	[a	nocase		THROWS
    [	[a	nocase		THROWS
    ]	[a	nocase		THROWS
    	a]	nocase		False
    a	a]	nocase		False
    abc	a]	nocase		False
    ABC	a]	nocase		False
    b	a]	nocase		False
    file1.log	a]	nocase		False
    abcde	a]	nocase		False
    é	a]	nocase		False
    école	a]	nocase		False
    [a]	a]	nocase		False
    -	a]	nocase		False
    MSN-10	a]	nocase		False
    user@litwareinc.com	a]	nocase		False
    a?b	a]	nocase		False
    42	a]	nocase		False
    cab	a]	nocase		False
    [	a]	nocase		False
    ]	a]	nocase		False
    	??	nocase		False
    abc	??	nocase		False
    ABC	??	nocase		False
    file1.log	??	nocase		False
    file12.log	??	nocase		False
    a.txt	??	nocase		False
    abcde	??	nocase		False
    MSN-10	??	nocase		False
    42	??	nocase		True
    cab	??	nocase		False
    [	??	nocase		False
    ]	??	nocase		False
    a	?*	nocase		True
    abc	?*	nocase		True
    ABC	?*	nocase		True
    b	?*	nocase		True
    a*b	?*	nocase		True
    a.txt	?*	nocase		True
    abcde	?*	nocase		True
    é	?*	nocase		True
    [a]	?*	nocase		True
    -	?*	nocase		True
    MSN-10	?*	nocase		True
    user@litwareinc.com	?*	nocase		True
    a?b	?*	nocase		True
    42	?*	nocase		True
    a	*?	nocase		True
    abc	*?	nocase		True
    ABC	*?	nocase		True
    file12.log	*?	nocase		True
    a*b	*?	nocase		True
    abcde	*?	nocase		True
    user@litwareinc.com	*?	nocase		True
    a?b	*?	nocase		True
    42	*?	nocase		True
    a	A*	nocase		True
    abc	A*	nocase		True
    ABC	A*	nocase		True
    b	A*	nocase		False
    file12.log	A*	nocase		False
    a*b	A*	nocase		True
    a.txt	A*	nocase		True
    abcde	A*	nocase		True
    é	A*	nocase		False
    école	A*	nocase		False
    [a]	A*	nocase		False
    MSN-10	A*	nocase		False
    a?b	A*	nocase		True
    42	A*	nocase		False
    ]	A*	nocase		False
    b	[A-Z]bc	nocase		False
    file1.log	[A-Z]bc	nocase		False
    file12.log	[A-Z]bc	nocase		False
    a*b	[A-Z]bc	nocase		False
    a.txt	[A-Z]bc	nocase		False
    abcde	[A-Z]bc	nocase		False
    é	[A-Z]bc	nocase		False
    école	[A-Z]bc	nocase		False
    -	[A-Z]bc	nocase		False
    MSN-10	[A-Z]bc	nocase		False
    a?b	[A-Z]bc	nocase		False
    42	[A-Z]bc	nocase		False
    cab	[A-Z]bc	nocase		False
    [	[A-Z]bc	nocase		False
    ]	[A-Z]bc	nocase		False
    a	a*c*e	nocase		False
    file12.log	a*c*e	nocase		False
    a*b	a*c*e	nocase		False
    a.txt	a*c*e	nocase		False
    abcde	a*c*e	nocase		True
    é	a*c*e	nocase		False
    école	a*c*e	nocase		False
    [a]	a*c*e	nocase		False
    -	a*c*e	nocase		False
    MSN-10	a*c*e	nocase		False
    a?b	a*c*e	nocase		False
    42	a*c*e	nocase		False
    cab	a*c*e	nocase		False
    [	a*c*e	nocase		False
    ]	a*c*e	nocase		False
    ABC		nocase		False
    b		nocase		False
    a.txt		nocase		False
    abcde		nocase		False
    école		nocase		False
    [a]		nocase		False
    -		nocase		False
    user@litwareinc.com		nocase		False
    cab		nocase		False
    	[-a]	nocase		False
    abc	[-a]	nocase		False
    file1.log	[-a]	nocase		False
    abcde	[-a]	nocase		False
    école	[-a]	nocase		False
    MSN-10	[-a]	nocase		False
    user@litwareinc.com	[-a]	nocase		False
    a?b	[-a]	nocase		False
    42	[-a]	nocase		False
    cab	[-a]	nocase		False
    	[a-]	nocase		False
    file12.log	[a-]	nocase		False
    a.txt	[a-]	nocase		False
    école	[a-]	nocase		False
    MSN-10	[a-]	nocase		False
    a?b	[a-]	nocase		False
    cab	[a-]	nocase		False
    [	[a-]	nocase		False
    	*[ab]	nocase		False
    a	*[ab]	nocase		True
    ABC	*[ab]	nocase		False
    file12.log	*[ab]	nocase		False
    a*b	*[ab]	nocase		True
    a.txt	*[ab]	nocase		False
    école	*[ab]	nocase		False
    [a]	*[ab]	nocase		False
    -	*[ab]	nocase		False
    user@litwareinc.com	*[ab]	nocase		False
    a?b	*[ab]	nocase		True
    42	*[ab]	nocase		False
    cab	*[ab]	nocase		True
    [	*[ab]	nocase		False
    a	*[!c]	nocase		False
    ABC	*[!c]	nocase		True
    b	*[!c]	nocase		False
    file1.log	*[!c]	nocase		False
    file12.log	*[!c]	nocase		False
    a*b	*[!c]	nocase		False
    a.txt	*[!c]	nocase		False
    abcde	*[!c]	nocase		False
    é	*[!c]	nocase		False
    [a]	*[!c]	nocase		False
    user@litwareinc.com	*[!c]	nocase		False
    ]	*[!c]	nocase		False
    	é*	nocase		False
    ABC	é*	nocase		False
    b	é*	nocase		False
    a*b	é*	nocase		False
    abcde	é*	nocase		False
    é	é*	nocase		True
    école	é*	nocase		True
    [a]	é*	nocase		False
    -	é*	nocase		False
    MSN-10	é*	nocase		False
    a?b	é*	nocase		False
    42	é*	nocase		False
    ]	é*	nocase		False
    a	[[]a	nocase		False
    abc	[[]a	nocase		False
    ABC	[[]a	nocase		False
    b	[[]a	nocase		False
    file1.log	[[]a	nocase		False
    file12.log	[[]a	nocase		False
    é	[[]a	nocase		False
    [a]	[[]a	nocase		False
    -	[[]a	nocase		False
    a?b	[[]a	nocase		False
    42	[[]a	nocase		False
    cab	[[]a	nocase		False
    [	[[]a	nocase		False
    	a`?b	nocase		False
    abc	a`?b	nocase		False
    ABC	a`?b	nocase		False
    b	a`?b	nocase		False
    file1.log	a`?b	nocase		False
    a*b	a`?b	nocase		False
    a.txt	a`?b	nocase		False
    abcde	a`?b	nocase		False
    é	a`?b	nocase		False
    [a]	a`?b	nocase		False
    user@litwareinc.com	a`?b	nocase		False
    ]	a`?b	nocase		False
    	`[a`]	nocase		False
    a	`[a`]	nocase		False
    abc	`[a`]	nocase		False
    ABC	`[a`]	nocase		False
    b	`[a`]	nocase		False
    file1.log	`[a`]	nocase		False
    file12.log	`[a`]	nocase		False
    a.txt	`[a`]	nocase		False
    abcde	`[a`]	nocase		False
    é	`[a`]	nocase		False
    école	`[a`]	nocase		False
    [a]	`[a`]	nocase		True
    user@litwareinc.com	`[a`]	nocase		False
    a?b	`[a`]	nocase		False
    cab	`[a`]	nocase		False
    ]	`[a`]	nocase		False
    	MSN-*	nocase		False
    a	MSN-*	nocase		False
    abc	MSN-*	nocase		False
    b	MSN-*	nocase		False
    file1.log	MSN-*	nocase		False
    a*b	MSN-*	nocase		False
    a.txt	MSN-*	nocase		False
    abcde	MSN-*	nocase		False
    é	MSN-*	nocase		False
    école	MSN-*	nocase		False
    -	MSN-*	nocase		False
    MSN-10	MSN-*	nocase		True
    a?b	MSN-*	nocase		False
    42	MSN-*	nocase		False
    [	MSN-*	nocase		False
    a	*@*.com	nocase		False
    b	*@*.com	nocase		False
    file1.log	*@*.com	nocase		False
    a.txt	*@*.com	nocase		False
    é	*@*.com	nocase		False
    école	*@*.com	nocase		False
    [a]	*@*.com	nocase		False
    -	*@*.com	nocase		False
    42	*@*.com	nocase		False
    cab	*@*.com	nocase		False
    [	*@*.com	nocase		False
    a	[0-9][0-9]	nocase		False
    abc	[0-9][0-9]	nocase		False
    file1.log	[0-9][0-9]	nocase		False
    file12.log	[0-9][0-9]	nocase		False
    a*b	[0-9][0-9]	nocase		False
    é	[0-9][0-9]	nocase		False
    école	[0-9][0-9]	nocase		False
    -	[0-9][0-9]	nocase		False
    MSN-10	[0-9][0-9]	nocase		False
    user@litwareinc.com	[0-9][0-9]	nocase		False
    42	[0-9][0-9]	nocase		True
    cab	[0-9][0-9]	nocase		False
    ]	[0-9][0-9]	nocase		False
    a	*	case		True
    b	*	case		True
    file1.log	*	case		True
    a*b	*	case		True
    	?	case		False
    a	?	case		True
    file1.log	?	case		False
    	a*	case		False
    a	a*	case		True
    b	a*	case		False
    file1.log	a*	case		False
    file12.log	a*	case		False
    	*a	case		False
    a*b	*a	case		False
    	*b*	case		False
    a	*b*	case		False
    abc	*b*	case		True
    ABC	*b*	case		False
    b	*b*	case		True
    file1.log	*b*	case		False
    a*b	*b*	case		True
    a	a?c	case		False
    ABC	a?c	case		False
    file1.log	a?c	case		False
    file12.log	a?c	case		False
    a*b	a?c	case		False
    	[abc]	case		False
    a	[abc]	case		True
    abc	[abc]	case		False
    b	[abc]	case		True
    file1.log	[abc]	case		False
    file12.log	[abc]	case		False
    	[a-c]*	case		False
    abc	[a-c]*	case		True
    ABC	[a-c]*	case		False
    b	[a-c]*	case		True
    a*b	[a-c]*	case		True
    	[!a]*	case		False
    b	[!a]*	case		False
    file12.log	[!a]*	case		False
    	[^a]*	case		False
    a	[^a]*	case		True
    ABC	[^a]*	case		False
    file1.log	[^a]*	case		False
    a*b	[^a]*	case		True
    ABC	*.txt	case		False
    file1.log	*.txt	case		False
    file12.log	*.txt	case		False
    	file[0-9].log	case		False
    a	file[0-9].log	case		False
    abc	file[0-9].log	case		False
    b	file[0-9].log	case		False
    a*b	file[0-9].log	case		False
    	a`*b	case		False
    a	a`*b	case		False
    abc	a`*b	case		False
    ABC	a`*b	case		False
    file12.log	a`*b	case		False
    a*b	a`*b	case		True
    	a[*]b	case		False
    b	a[*]b	case		False
    file1.log	a[*]b	case		False
    file12.log	a[*]b	case		False
    a*b	a[*]b	case		True
    a	*	nocase	not	False
    ABC	*	nocase	not	False
    b	*	nocase	not	False
    file1.log	*	nocase	not	False
    	?	nocase	not	True
    a	?	nocase	not	False
    abc	?	nocase	not	True
    ABC	?	nocase	not	True
    file1.log	?	nocase	not	True
    	a*	nocase	not	True
    abc	a*	nocase	not	False
    ABC	a*	nocase	not	False
    b	a*	nocase	not	True
    file1.log	a*	nocase	not	True
    	*a	nocase	not	True
    a	*a	nocase	not	False
    ABC	*a	nocase	not	True
    file1.log	*a	nocase	not	True
    	*b*	nocase	not	True
    a	*b*	nocase	not	True
    abc	*b*	nocase	not	False
    b	*b*	nocase	not	False
    file1.log	*b*	nocase	not	True
    	a?c	nocase	not	True
    abc	a?c	nocase	not	False
    b	a?c	nocase	not	True
    file1.log	a?c	nocase	not	True
    a	[abc]	nocase	not	False
    abc	[abc]	nocase	not	True
    b	[abc]	nocase	not	False
    file1.log	[abc]	nocase	not	True
    abc	[a-c]*	nocase	not	False
    """##
