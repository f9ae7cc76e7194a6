# What calls itself without end is refused where the stack ends, once, whoever stands in between.
$programs = [ordered]@{
    function = 'function f { f }; f'
    block = '$f = { & $f }; & $f'
    pipeline = 'function f { 1 | ForEach-Object { f } }; f'
    expression = 'function f { Invoke-Expression f }; f'
    calculated = 'function f { 1..3 | Select-Object @{ n = "a"; e = { f } } }; f'
    grouped = 'function f { 1..3 | Group-Object { f } }; f'
    caught = 'function f { try { f } catch { throw } }; f'
    equals = 'class A { [bool] Equals($o) { return $this -eq $o } }; [A]::new() -eq [A]::new()'
    parse = 'class B { static [B] Parse($s) { return [B]$s } }; [B]"x"'
    text = '$o = [pscustomobject]@{ }; $o | Add-Member ScriptProperty p { $this | Out-String }; $o | Out-String'
    json = '$o = [pscustomobject]@{ }; $o | Add-Member ScriptProperty p { $this | ConvertTo-Json }; $o | ConvertTo-Json'
    getter = '$o = [pscustomobject]@{ }; $o | Add-Member ScriptProperty p { $this.p }; $o.p'
}
foreach ($name in $programs.Keys) {
    try { $null = & ([scriptblock]::Create($programs[$name])); "${name}: ended" } catch { "${name}: $($_.Exception.GetType().Name)" }
}
$d = [Collections.Generic.Dictionary[string, object]]::new()
$d.own = $d
try { $d | ConvertTo-Xml -Depth 2 } catch { "$($_.Exception.GetType().Name)" }
$bad = '<a>' * 2000
try { [xml]$bad } catch { $_.Exception.InnerException.Message.Length -gt 4000 }
