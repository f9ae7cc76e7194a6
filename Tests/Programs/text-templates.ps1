# EPS: embedded powershell templates
Set-StrictMode -Version 2
$tokens = @{
    Start = '<%'; End = '%>'
}
function New-EpsTemplateScript {
    [CmdletBinding()]
    Param([Parameter(ValueFromPipeline=$True)][String]$Template)
    Process {
        $p = [regex]'(?si)(?<content>.*?)(?<token><%%|<%=?-?#?|-?%>|\n|$)'
        $p2 = [regex]'(?sm)(?<text>.*?)<%(?<ind>={1,2}|-|#|%)?(?<code>.*?)(?<trimR>-)?%>(?<rspace>\s*\n?)'
        $position = 0
        $code = New-Object System.Text.StringBuilder
        $addText = { param($t) if ($t.Length) { [void]$code.Append('[void]$sb.Append(@' + "'`n" + $t.Replace("'@", "' @") + "`n'@)`n") } }
        foreach ($match in $p2.Matches($Template)) {
            $contentLength = $match.Groups['text'].Length
            & $addText $match.Groups['text'].Value
            $position = $match.Index + $match.Length
            switch ($match.Groups['ind'].Value) {
                '=' { [void]$code.Append("[void]`$sb.Append(`"`$($($match.Groups['code'].Value.Trim()))`")`n") }
                '#' { }
                '%' { & $addText ('<%' + $match.Groups['code'].Value + '%>') }
                default { [void]$code.Append($match.Groups['code'].Value.Trim() + "`n") }
            }
            if (-not $match.Groups['trimR'].Success) { & $addText $match.Groups['rspace'].Value }
            elseif ($match.Groups['rspace'].Value -notmatch "`n") { & $addText $match.Groups['rspace'].Value }
        }
        if ($position -lt $Template.Length) { & $addText $Template.Substring($position) }
        '$sb = New-Object System.Text.StringBuilder' + "`n" + $code.ToString() + '$sb.ToString()'
    }
}
function Invoke-EpsTemplate {
    [CmdletBinding(DefaultParameterSetName='String template')]
    Param(
        [Parameter(Mandatory=$True, ParameterSetName='String template')][String]$Template,
        [Parameter(Mandatory=$True, ParameterSetName='File template')][String]$Path,
        [Hashtable]$Binding = @{},
        [Hashtable]$Helpers = @{},
        [Switch]$Safe)
    if ($PSCmdlet.ParameterSetName -eq 'File template') { $Template = [IO.File]::ReadAllText($Path) }
    $script = New-EpsTemplateScript $Template
    Write-Verbose $script
    if ($Safe) {
        $ps = [powershell]::Create()
        try {
            $block = { param($__s, $__b) foreach ($k in $__b.Keys) { New-Variable -Name $k -Value $__b[$k] }; . ([scriptblock]::Create($__s)) }
            [void]$ps.AddScript($block).AddArgument($script).AddArgument($Binding)
            $r = $ps.Invoke()
            if ($ps.HadErrors) { $ps.Streams.Error | % { Write-Warning "$_" } }
            $r
        } finally { $ps.Dispose() }
    } else {
        $vars = $Binding.GetEnumerator() | ForEach-Object { New-Object System.Management.Automation.PSVariable -ArgumentList $_.Key, $_.Value }
        $functions = @{}; foreach ($h in $Helpers.GetEnumerator()) { $functions[$h.Key] = $h.Value }
        [scriptblock]::Create($script).InvokeWithContext($functions, [System.Collections.Generic.List[psvariable]]@($vars))
    }
}
$name = 'unsafe'
$tpl = @'
Dear <%= $name %>,
<% foreach ($i in $items) { -%>
 * <%= $i.Name.PadRight(8) %> <%= '{0:N2}' -f $i.Price %>
<% } -%>
<%# a comment %>
Total: <%= ($items | Measure-Object Price -Sum).Sum %> <%% literal %>
<%= Shout 'bye' %>
'@
$b = @{ name = 'World'; items = @([pscustomobject]@{ Name = 'Tea'; Price = 2.5 }, [pscustomobject]@{ Name = 'Cake'; Price = 1234.125 }) }
Invoke-EpsTemplate -Template $tpl -Binding $b -Helpers @{ Shout = { param($x) $x.ToUpper() + '!' } }
Set-Content t.eps 'Safe: <%= $a + $b %>' -NoNewline
Invoke-EpsTemplate -Path (Join-Path $PWD t.eps) -Binding @{ a = 1; b = 41 } -Safe
# mustache-like
function ConvertFrom-Mustache([string]$t, $ctx) {
    $t = [regex]::Replace($t, '(?s)\{\{#(\w+)\}\}(.*?)\{\{/\1\}\}', [System.Text.RegularExpressions.MatchEvaluator]{ param($m)
        $v = $ctx.($m.Groups[1].Value)
        if ($v -is [array]) { -join ($v | % { ConvertFrom-Mustache $m.Groups[2].Value $_ }) } elseif ($v) { ConvertFrom-Mustache $m.Groups[2].Value $ctx } else { '' } })
    [regex]::Replace($t, '\{\{(\.|\w+)\}\}', { $k = $args[0].Groups[1].Value; if ($k -eq '.') { "$ctx" } else { [System.Net.WebUtility]::HtmlEncode($ctx.$k) } })
}
ConvertFrom-Mustache 'Hi {{who}}: {{#list}}[{{.}}]{{/list}}{{#on}} ON{{/on}}{{#off}} OFF{{/off}} {{esc}}' @{ who = 'Bob'; list = 1, 2, 3; on = $true; off = $false; esc = '<a & "b">' }
$ExecutionContext.InvokeCommand.ExpandString('Name=$name Sum=$(1+2) `$x')
$template = 'User {0,-6}|{1:yyyy}|{2:P0}'; $template -f 'amy', [datetime]'2022-05-05', 0.257
