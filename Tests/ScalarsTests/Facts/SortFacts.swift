// Sorted lists: options, texts parted by ¦, sorted texts.
// Taken from what the reference shell does; fields are parted by tabs, escapes are \\ \t \n \r.

let sortFacts = ##"""
    -CaseSensitive	b¦A¦a¦C	a¦A¦b¦C
    	b¦A¦a¦C	A¦a¦b¦C
    	10¦9¦2	10¦2¦9
    -Descending	10¦9¦2	9¦2¦10
    -CaseSensitive	10¦9¦2	10¦2¦9
    	a-b¦ab¦a b¦a_b	a b¦a_b¦a-b¦ab
    -Descending	a-b¦ab¦a b¦a_b	ab¦a-b¦a_b¦a b
    -CaseSensitive	a-b¦ab¦a b¦a_b	a b¦a_b¦a-b¦ab
    	é¦e¦f¦E	e¦E¦é¦f
    -Descending	é¦e¦f¦E	f¦é¦e¦E
    -CaseSensitive	é¦e¦f¦E	e¦E¦é¦f
    	item10¦item9¦Item1	Item1¦item10¦item9
    -Descending	item10¦item9¦Item1	item9¦item10¦Item1
    	co-op¦coop¦CO-OP¦co op	co op¦co-op¦CO-OP¦coop
    -Descending	co-op¦coop¦CO-OP¦co op	coop¦co-op¦CO-OP¦co op
    	_a¦a¦-a¦.a¦1a¦@a	_a¦-a¦.a¦@a¦1a¦a
    -Descending	_a¦a¦-a¦.a¦1a¦@a	a¦1a¦@a¦.a¦-a¦_a
    -CaseSensitive	_a¦a¦-a¦.a¦1a¦@a	_a¦-a¦.a¦@a¦1a¦a
    	z¦Ä¦a¦ö¦o¦ß¦ss	a¦Ä¦o¦ö¦ss¦ß¦z
    	resume¦résumé¦Resume	resume¦Resume¦résumé
    -Descending	resume¦résumé¦Resume	résumé¦resume¦Resume
    -CaseSensitive	resume¦résumé¦Resume	resume¦Resume¦résumé
    	я¦а¦Я¦б	а¦б¦я¦Я
    	¦a¦ ¦b	¦ ¦a¦b
    -Descending	¦a¦ ¦b	b¦a¦ ¦
    -CaseSensitive	¦a¦ ¦b	¦ ¦a¦b
    	#¦$¦%¦&¦+¦<¦=¦>¦^¦`¦|¦~	&¦#¦%¦`¦^¦+¦<¦=¦>¦|¦~¦$
    -Descending	#¦$¦%¦&¦+¦<¦=¦>¦^¦`¦|¦~	$¦~¦|¦>¦=¦<¦+¦^¦`¦%¦#¦&
    -CaseSensitive	#¦$¦%¦&¦+¦<¦=¦>¦^¦`¦|¦~	&¦#¦%¦`¦^¦+¦<¦=¦>¦|¦~¦$
    	a1¦a01¦a001¦a2	a001¦a01¦a1¦a2
    -Descending	a1¦a01¦a001¦a2	a2¦a1¦a01¦a001
    	A¦a¦B¦b¦aa¦AA¦Aa	A¦a¦aa¦AA¦Aa¦B¦b
    -CaseSensitive	A¦a¦B¦b¦aa¦AA¦Aa	a¦A¦aa¦Aa¦AA¦b¦B
    """##
