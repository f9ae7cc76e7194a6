# a pure PowerShell YAML subset reader and writer
function ConvertFrom-SimpleYaml {
    [CmdletBinding()]
    param([Parameter(Mandatory, ValueFromPipeline)][AllowEmptyString()][string[]]$Yaml)
    begin { $lines = [System.Collections.Generic.List[string]]::new() }
    process { foreach ($y in $Yaml) { $lines.AddRange([string[]]($y -split '\r?\n')) } }
    end {
        $script:pos = 0
        $script:src = @($lines | Where-Object { $_ -notmatch '^\s*(#|$)' -and $_ -ne '---' })
        function Get-Indent([string]$l) { $l.Length - $l.TrimStart(' ').Length }
        function ConvertTo-Scalar([string]$s) {
            $s = $s.Trim()
            switch -Regex -CaseSensitive ($s) {
                '^$|^~$|^null$' { return $null }
                '^(true|True|yes)$' { return $true }
                '^(false|False|no)$' { return $false }
                '^-?\d+$' { return [int]$s }
                '^-?\d+\.\d+([eE][+-]?\d+)?$' { return [double]::Parse($s, [cultureinfo]::InvariantCulture) }
                '^\d{4}-\d\d-\d\d$' { return [datetime]::ParseExact($s, 'yyyy-MM-dd', [Globalization.CultureInfo]::InvariantCulture) }
                "^'(.*)'$" { return $Matches[1].Replace("''", "'") }
                '^"(.*)"$' { return [regex]::Unescape($Matches[1]) }
                '^\[(.*)\]$' { return ,@($Matches[1] -split '\s*,\s*' | Where-Object { $_ } | ForEach-Object { ConvertTo-Scalar $_ }) }
                '^\{(.*)\}$' { $h = [ordered]@{}; $Matches[1] -split '\s*,\s*' | ForEach-Object { $k, $v = $_ -split '\s*:\s*', 2; $h[$k] = ConvertTo-Scalar $v }; return $h }
                default { return $s }
            }
        }
        function Read-Block([int]$indent) {
            if ($script:src[$script:pos] -match '^\s*- ?') { return ,(Read-Seq $indent) }
            return Read-Map $indent
        }
        function Read-Map([int]$indent) {
            $map = [ordered]@{}
            while ($script:pos -lt $script:src.Count) {
                $l = $script:src[$script:pos]
                $i = Get-Indent $l
                if ($i -lt $indent -or $l -notmatch '^\s*(?<k>[^:]+?)\s*:(?:\s+(?<v>.*))?$') { break }
                $k = $Matches['k'].Trim("'", '"'); $v = $Matches['v']
                $script:pos++
                if ($v -match '^[|>]-?$') {
                    $text = @(); while ($script:pos -lt $script:src.Count -and (Get-Indent $script:src[$script:pos]) -gt $i) { $text += $script:src[$script:pos].Trim(); $script:pos++ }
                    $map[$k] = $text -join $(if ($v[0] -eq '|') { "`n" } else { ' ' })
                }
                elseif ([string]::IsNullOrWhiteSpace($v) -and $script:pos -lt $script:src.Count -and ((Get-Indent $script:src[$script:pos]) -gt $i -or $script:src[$script:pos] -match "^ {$i}- ")) { $map[$k] = Read-Block (Get-Indent $script:src[$script:pos]) }
                else { $map[$k] = ConvertTo-Scalar $v }
            }
            return $map
        }
        function Read-Seq([int]$indent) {
            $list = @()
            while ($script:pos -lt $script:src.Count -and $script:src[$script:pos] -match "^ {$indent}-(?: (?<rest>.*))?$") {
                $rest = $Matches['rest']
                if ($rest -match '^[\w]+:(\s|$)') { $script:src[$script:pos] = (' ' * ($indent + 2)) + $rest; $list += ,(Read-Map ($indent + 2)) }
                else { $script:pos++; $list += ,(ConvertTo-Scalar $rest) }
            }
            return ,$list
        }
        Read-Block 0
    }
}
function ConvertTo-SimpleYaml { param([Parameter(ValueFromPipeline)]$Data, [int]$Depth = 0)
    process {
    $pad = '  ' * $Depth
    if ($null -eq $Data) { "${pad}null" }
    elseif ($Data -is [System.Collections.IDictionary]) { foreach ($k in $Data.Keys) { $v = $Data[$k]; if ($v -is [System.Collections.IDictionary] -or ($v -is [System.Collections.IList] -and $v -isnot [string])) { "$pad${k}:"; ConvertTo-SimpleYaml -Data $v -Depth ($Depth + 1) } else { "$pad${k}: " + (ConvertTo-SimpleYaml -Data $v) } } }
    elseif ($Data -is [System.Collections.IList]) { foreach ($e in $Data) { $x = @(ConvertTo-SimpleYaml -Data $e -Depth ($Depth + 1)); $x[0] = $pad + '- ' + $x[0].TrimStart(); $x } }
    elseif ($Data -is [bool]) { $pad + "$Data".ToLowerInvariant() }
    elseif ($Data -is [datetime]) { $pad + $Data.ToString('yyyy-MM-dd') }
    else { $pad + $Data }
    }
}
$y = @'
---
# config
name: my app
version: 1.2
count: 42
enabled: true
none: ~
quoted: 'it''s'
esc: "tab\there"
date: 2024-03-15
tags: [a, b, 3]
inline: {x: 1, y: two}
servers:
  - name: web1
    ip: 10.0.0.1
    roles:
      - web
      - cache
  - name: db1
    ip: 10.0.0.2
    roles: []
text: |
  line one
  line two
folded: >-
  some
  words
nested:
  a:
    b:
      c: deep
list:
- 1
- 2.5
- yes
'@
$o = $y | ConvertFrom-SimpleYaml
$o.name; $o.version.GetType().Name; $o.count + 1; $o.none -eq $null; $o.quoted; $o.esc; $o.date.DayOfWeek; $o.tags -join '|'; $o.inline.y
$o.servers.Count; $o.servers[0].roles -join ','; $o.servers | % { [pscustomobject]$_ } | ft
$o.text; $o.folded; $o.nested.a.b.c; $o.list
$o | ConvertTo-SimpleYaml
$o | ConvertTo-Json -Depth 5
$o
