New-Module -Name M1 -ScriptBlock { function Inv($sb) { $s = 'module'; & $sb } ; function Inv2 { param([Parameter(ValueFromPipeline)]$sb) end { $s = 'm'; & $sb } } ; function Dot($sb) { . $sb } } | Import-Module
$s = 'script'
& { $s = 'local'; Inv { "sees $s" }; { "sees $s" } | Inv2; Inv { Inv { "deep $s" } } }
function Test { $s = 'func'; Inv { "f $s" }; Inv { $s = 'changed' }; $s; Dot { $s = 'dotted' }; $s }
Test
Inv { $s }
& { $q = 1; Inv { $q = 5; Inv { $q } } }
$sb = & { $s = 'gone'; { $s } }
& { $s = 'now'; Inv $sb }
