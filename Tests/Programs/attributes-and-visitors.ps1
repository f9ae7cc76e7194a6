# Attributes as objects, parameters that carry them, and visitors of syntax trees.
class NoteAttribute : System.Attribute { [int]$Level; [string]$By; NoteAttribute([int]$level) { $this.Level = $level } }
[NoteAttribute(3, By = 'ann')] class Room {
    [ValidateRange(1, 9)][Obsolete('use Size')][int]$Seats = 4
    hidden [string]$Key
    [NoteAttribute(1)] [string] Name() { return 'lobby' }
}
[Room].GetCustomAttributes($false) | ForEach-Object { "$($_.GetType().Name) $($_.Level) $($_.By)" }
[Room].GetProperty('Seats').GetCustomAttributes($false) | ForEach-Object { $_.GetType().Name }
[Room].GetProperty('Seats').GetCustomAttributes([ValidateRange], $false).MaxRange
[Room].GetProperty('Key').CustomAttributes.AttributeType.Name
[Room].GetMethod('Name').IsDefined([NoteAttribute], $false)
[Flags()] enum Right { Read = 1; Write = 2 }
[Right].IsDefined([FlagsAttribute], $false)

function Get-Rooms {
    [CmdletBinding(SupportsPaging)] [OutputType([string])]
    param([PSTypeName('Chat.Pool')]$Pool, [Obsolete('no longer needed')]$Old, [Experimental('Chat.New', 'Show')]$New)
    $page = $PSCmdlet.PagingParameters
    "first $($page.First), skip $($page.Skip), count $($page.IncludeTotalCount)"
    if ($page.IncludeTotalCount) { $page.NewTotalCount(7, 1.0).ToString() }
}
Get-Rooms -First 2 -IncludeTotalCount
Get-Rooms -Old 1 -Skip 3 3>&1 | ForEach-Object { "$_" }
try { Get-Rooms -Pool ([pscustomobject]@{ a = 1 }) } catch { $_.FullyQualifiedErrorId }
(Get-Command Get-Rooms).Parameters.ContainsKey('New')
(Get-Command Get-Rooms).ScriptBlock.Attributes | ForEach-Object { $_.GetType().Name }
function Set-It([ref]$Target) { $Target.Value = 5 }
try { Set-It 3 } catch { $_.FullyQualifiedErrorId }

class CommandNames : System.Management.Automation.Language.AstVisitor {
    [string[]]$Names = @()
    [System.Management.Automation.Language.AstVisitAction] VisitCommand([System.Management.Automation.Language.CommandAst]$node) {
        $this.Names += $node.GetCommandName()
        return 'Continue'
    }
    [System.Management.Automation.Language.AstVisitAction] VisitFunctionDefinition([System.Management.Automation.Language.FunctionDefinitionAst]$node) { return 'SkipChildren' }
}
$visitor = [CommandNames]::new()
{ Get-A | Get-B; function f { Get-Hidden }; if (Get-C) { Get-D } }.Ast.Visit($visitor)
$visitor.Names -join ' '

# A type is made once for each place that defines it.
$types = 1..2 | ForEach-Object { class Passing { $Turn }; [Passing] }
$types[0] -eq $types[1]

{ @{ a = 1; b = Get-Date } }.CheckRestrictedLanguage([string[]]'get-date', [string[]]@(), $false)
try { { Get-Item . }.CheckRestrictedLanguage([string[]]'get-date', [string[]]@(), $false) } catch { $_.FullyQualifiedErrorId }
class Amount : System.IFormattable { [string] ToString([string]$format, [System.IFormatProvider]$provider) { return "<$format>" } }
'{0:two} {0}' -f [Amount]::new()
$table = [System.Collections.Generic.Dictionary[int, string]]::new()
$table.Item(6) = 'six'
$table[6]
